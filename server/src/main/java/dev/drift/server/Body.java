package dev.drift.server;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The bytes of an answer, and the entity tag that stands for them. */
record Body(Buffer content, String tag) {
  static Body of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Body(Buffer.buffer(bytes), '"' + digest(bytes) + '"');
  }

  int length() {
    return content.length();
  }

  /** {@return whether the client has these bytes (RFC 9110, 13.1.2: the weak comparison)} */
  boolean matches(String ifNoneMatch) {
    return Stream.of(ifNoneMatch.split(","))
        .map(candidate -> candidate.strip().replaceFirst("^W/", ""))
        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
