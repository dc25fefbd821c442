package dev.drift.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may read.
 *
 * <p>With a token: who sends it. Without one the server listens on this machine alone, and a
 * request must have been made to one of this machine's own names, lest a web page reach it through
 * a name that it has pointed here.
 */
final class Access {
  private static final Pattern OWN_NAME =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]", Pattern.CASE_INSENSITIVE);
  private static final String SCHEME = "Bearer ";

  private final Optional<byte[]> token;

  Access(Optional<String> token) {
    this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return the refusal, or nothing where the request may go on}
   *
   * @param authorization the header's value, empty if there is none
   * @param host what the client calls this machine, without the port; empty if nothing
   */
  Optional<Reply> refusal(String authorization, String host) {
    return token.isPresent() ? unlessToken(token.get(), authorization) : unlessOwnName(host);
  }

  private static Optional<Reply> unlessToken(byte[] token, String authorization) {
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String sent = bearer ? authorization.substring(SCHEME.length()).strip() : "";
    if (MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    return Optional.of(
        Reply.problem(
                401,
                "Not authorised",
                bearer ? "The token is not the right one." : "The request carries no token.",
                "Send the header 'Authorization: Bearer TOKEN', with the token that the server was"
                    + " started with.")
            .with(
                "WWW-Authenticate",
                bearer
                    ? "Bearer realm=\"drift\", error=\"invalid_token\""
                    : "Bearer realm=\"drift\""));
  }

  private static Optional<Reply> unlessOwnName(String host) {
    if (OWN_NAME.matcher(host).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Reply.problem(
            403,
            "Not this machine's name",
            "Without a token the server answers only requests to localhost, 127.0.0.1 or [::1].",
            "Use one of these names, or start the server with --token."));
  }
}
