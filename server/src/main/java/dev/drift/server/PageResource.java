package dev.drift.server;

import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The findings as a page for people, whole as it is sent: nothing is loaded, no script runs. */
final class PageResource implements Resource {
  private final String style = Resources.text("page.css");
  private final String policy =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(digest(style));

  @Override
  public String path() {
    return "/";
  }

  @Override
  public Reply reply(Latest latest) {
    String body =
        switch (latest) {
          case Measured measured -> Page.of(measured);
          case NotYet notYet -> Page.of(notYet);
          case Failed failed -> Page.of(failed);
        };
    return new Reply(
        200,
        "text/html; charset=utf-8",
        new TreeMap<>(Map.of("Content-Security-Policy", policy)),
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>drift</title>
        <style>%s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
            .formatted(style, body));
  }

  private static String digest(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
