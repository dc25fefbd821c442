package dev.drift.engine.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The escapes of {@code E'…'} (manual 4.1.2.2). */
final class Escapes {
  private final String raw;
  private final StringBuilder out;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private int at;

  private Escapes(String raw) {
    this.raw = raw;
    this.out = new StringBuilder(raw.length());
  }

  /** {@return what {@code raw}, the text between the quotes, means} */
  static String resolve(String raw) {
    return raw.indexOf('\\') < 0 && raw.indexOf('\'') < 0 ? raw : new Escapes(raw).resolve();
  }

  private String resolve() {
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c == '\\' && at < raw.length()) {
        escape(raw.charAt(at++));
      } else {
        append(c);
        at += c == '\'' && at < raw.length() ? 1 : 0;
      }
    }
    flush();
    return out.toString();
  }

  private void escape(char c) {
    switch (c) {
      case 'b' -> append('\b');
      case 'f' -> append('\f');
      case 'n' -> append('\n');
      case 'r' -> append('\r');
      case 't' -> append('\t');
      case 'v' -> append('\u000B');
      case 'x' -> bytes(16, 2, c);
      case 'u' -> codePoint(4, c);
      case 'U' -> codePoint(8, c);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        bytes(8, 3, c);
      }
      default -> append(c);
    }
  }

  /** Octal and hexadecimal escapes give bytes of UTF-8, not characters. */
  private void bytes(int radix, int most, char otherwise) {
    int to = at;
    while (to < raw.length() && to - at < most && Character.digit(raw.charAt(to), radix) >= 0) {
      to++;
    }
    if (to == at) {
      append(otherwise);
    } else {
      bytes.write(Integer.parseInt(raw, at, to, radix));
      at = to;
    }
  }

  private void codePoint(int digits, char otherwise) {
    int code = Unicode.hex(raw, at, at + digits);
    if (code >= 0 && Character.isValidCodePoint(code)) {
      flush();
      out.appendCodePoint(code);
      at += digits;
    } else {
      append(otherwise);
    }
  }

  private void append(char c) {
    flush();
    out.append(c);
  }

  private void flush() {
    if (bytes.size() > 0) {
      out.append(bytes.toString(StandardCharsets.UTF_8));
      bytes.reset();
    }
  }
}
