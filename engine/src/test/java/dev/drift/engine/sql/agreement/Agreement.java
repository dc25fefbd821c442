package dev.drift.engine.sql.agreement;

import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.sql.StatementSplitter.Split;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.agreement.ServerParser.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares how drift cuts a text with what the server makes of it:
 *
 * <ul>
 *   <li>Of a text that the server reads, each piece is one statement that the server reads.
 *   <li>A text that it does not read ends within a constant or comment, or holds a piece that it
 *       does not read, with the same complaint at the same place.
 *   <li>What it complains about in a piece is a token of it.
 *   <li>A statement's tokens, with a blank between them, are to the server what the statement is.
 * </ul>
 */
final class Agreement {
  private static final Pattern NEAR =
      Pattern.compile("\\w+ (?<how>.*) at or near \"(?<what>.*)\"", Pattern.DOTALL);

  private final ServerParser server;

  Agreement(ServerParser server) {
    this.server = server;
  }

  /** {@return in what drift and the server disagree about {@code text}; empty if in nothing} */
  Optional<String> disagreement(String text) {
    Split split = StatementSplitter.split(text, Client.DRIVER);
    List<List<Token>> pieces =
        split.pieces().stream().map(piece -> ((Piece.Sql) piece).tokens()).toList();
    if (pieces.stream().anyMatch(Agreement::isCopyIn)) {
      return Optional.empty();
    }
    Verdict whole = server.parse(text);
    for (List<Token> piece : pieces) {
      int from = piece.getFirst().offset();
      String written = text.substring(from, piece.getLast().end());
      Verdict alone = server.parse(written);
      if (alone.isTooComplex() || whole.isTooComplex()) {
        return Optional.empty();
      }
      Optional<String> otherwise = tokens(piece, written, alone);
      if (otherwise.isPresent()) {
        return otherwise;
      }
      Optional<String> elsewhere = token(piece, written, alone);
      if (elsewhere.isPresent()) {
        return elsewhere;
      }
      if (!alone.accepted()) {
        return refused(text, from, written, alone, whole);
      }
      if (!server.isOne(written)) {
        return Optional.of("several statements in one piece: " + written);
      }
    }
    return remainder(text, split, pieces, whole);
  }

  /** The first piece that the server does not read must be why it does not read the whole. */
  private static Optional<String> refused(
      String text, int from, String written, Verdict alone, Verdict whole) {
    if (whole.accepted()) {
      return Optional.of("only alone refused: " + written + " (" + alone.message() + ")");
    }
    if (whole.position().isEmpty() || alone.position().isEmpty()) {
      return same(alone, whole, written);
    }
    int start = text.codePointCount(0, from);
    boolean atEnd = alone.message().endsWith("at end of input");
    int expected = start + alone.position().getAsInt();
    boolean placed =
        atEnd ? whole.position().getAsInt() >= expected : whole.position().getAsInt() == expected;
    return placed
        ? atEnd ? Optional.empty() : same(alone, whole, written)
        : Optional.of(
            "refused at %d, but alone at %d: %s (%s; %s)"
                .formatted(
                    whole.position().getAsInt(),
                    expected,
                    written,
                    whole.message(),
                    alone.message()));
  }

  private static Optional<String> same(Verdict alone, Verdict whole, String written) {
    boolean junk = alone.message().contains("junk") && whole.message().contains("junk");
    return junk || alone.message().equals(whole.message())
        ? Optional.empty()
        : Optional.of(
            "refused for %s, but alone for %s: %s"
                .formatted(whole.message(), alone.message(), written));
  }

  /** What is left when all pieces are read: nothing, or what the text ends within. */
  private static Optional<String> remainder(
      String text, Split split, List<List<Token>> pieces, Verdict whole) {
    if (split.unterminated().isEmpty()) {
      return whole.accepted()
          ? Optional.empty()
          : Optional.of("only the whole is refused: " + whole.message());
    }
    if (whole.accepted()) {
      return Optional.of("only drift finds it " + split.unterminated().get());
    }
    int behind = pieces.isEmpty() ? 0 : text.codePointCount(0, pieces.getLast().getLast().end());
    int unterminated = text.codePointCount(0, split.unterminated().get().offset());
    boolean says = whole.message().contains("unterminated");
    return whole.position().stream()
            .allMatch(at -> says ? at == unterminated : at >= behind && at <= unterminated)
        ? Optional.empty()
        : Optional.of(
            "%s at %s, but drift finds it %s"
                .formatted(whole.message(), whole.position(), split.unterminated().get()));
  }

  /** What the server could not read on is, to drift too, one token that starts there. */
  private static Optional<String> token(List<Token> piece, String written, Verdict alone) {
    Matcher near = NEAR.matcher(alone.message());
    if (!near.matches()
        || alone.position().isEmpty()
        || !near.group("how").equals("syntax error")) {
      return Optional.empty();
    }
    int at = piece.getFirst().offset() + written.offsetByCodePoints(0, alone.position().getAsInt());
    boolean found =
        piece.stream()
            .anyMatch(
                token ->
                    token.offset() == at && token.text().equals(near.group("what"))
                        || isSeveral(token) && token.offset() <= at && at < token.end());
    return found
        ? Optional.empty()
        : Optional.of("no token %s: %s".formatted(alone.message(), written));
  }

  /** To the server N is a word before its string, and UESCAPE one behind it. */
  private static boolean isSeveral(Token token) {
    return token.text().matches("(?is)n'.*|u&.*uescape.*");
  }

  private Optional<String> tokens(List<Token> piece, String written, Verdict alone) {
    if (alone.message().contains("trailing junk") || isCrowded(piece)) {
      return Optional.empty();
    }
    String spaced = piece.stream().map(Token::text).collect(Collectors.joining(" "));
    Verdict apart = server.parse(spaced);
    return apart.message().equals(alone.message())
        ? Optional.empty()
        : Optional.of(
            "\"%s\" but with blanks between its tokens \"%s\": %s"
                .formatted(alone.message(), apart.message(), written));
  }

  /** Before PostgreSQL 15 a name could follow a number at once; since then that is an error. */
  private static boolean isCrowded(List<Token> piece) {
    for (int i = 0; i + 1 < piece.size(); i++) {
      Token.Type type = piece.get(i).type();
      if ((type == Token.Type.NUMBER || type == Token.Type.PARAMETER)
          && piece.get(i).end() == piece.get(i + 1).offset()
          && (piece.get(i + 1).isName() || piece.get(i + 1).type() == Token.Type.NUMBER)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCopyIn(List<Token> piece) {
    return piece.getFirst().is("copy")
        && piece.stream().anyMatch(t -> t.is("stdin") || t.is("stdout"));
  }
}
