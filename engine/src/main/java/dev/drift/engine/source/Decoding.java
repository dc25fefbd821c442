package dev.drift.engine.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file's bytes, read as well as it can be.
 *
 * @param text without byte order mark; what is no UTF-8 is U+FFFD
 * @param trouble what is wrong with the bytes, and at which index of {@code text}
 */
record Decoding(String text, Optional<Trouble> trouble) {

  /** What is wrong, in one sentence, and where it starts in the text. */
  record Trouble(String message, int offset) {}

  /** {@return what these bytes say} */
  static Decoding of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      String text = new String(bytes, StandardCharsets.UTF_16);
      return new Decoding(text, trouble("the file is UTF-16, not UTF-8; save it as UTF-8", 0));
    }
    int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    Decoding decoding = utf8(bytes, from);
    int nul = decoding.text.indexOf('\0');
    if (nul < 0) {
      return decoding;
    }
    return new Decoding(
        decoding.text.replace('\0', ' '),
        decoding.trouble.or(
            () -> trouble("the file holds a null byte, which PostgreSQL refuses", nul)));
  }

  private static Decoding utf8(byte[] bytes, int from) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return new Decoding(out.flip().toString(), Optional.empty());
    }
    String message =
        String.format(
            "the file is not UTF-8: byte 0x%02x at byte %d; convert it to UTF-8",
            bytes[in.position()] & 0xFF, in.position());
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    return new Decoding(text, trouble(message, out.position()));
  }

  private static Optional<Trouble> trouble(String message, int offset) {
    return Optional.of(new Trouble(message, offset));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
