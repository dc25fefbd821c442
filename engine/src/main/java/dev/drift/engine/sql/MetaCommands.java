package dev.drift.engine.sql;

import java.util.ArrayList;
import java.util.List;

/** The surface of psql's backslash commands (psqlscanslash.l). */
public final class MetaCommands {
  private MetaCommands() {}

  /** {@return the name of the command {@code text}, such as {@code connect}} */
  public static String name(String text) {
    int stop = 1;
    while (stop < text.length()
        && !Characters.isBlank(text.charAt(stop))
        && text.charAt(stop) != '\\') {
      stop++;
    }
    return text.substring(1, stop);
  }

  /** {@return the arguments of the command {@code text}, as written, split at blanks} */
  public static List<String> arguments(String text) {
    var arguments = new ArrayList<String>();
    int at = 1 + name(text).length();
    while (at < text.length()) {
      if (Characters.isBlank(text.charAt(at))) {
        at++;
      } else {
        int stop = argumentEnd(text, at, text.length());
        arguments.add(text.substring(at, stop));
        at = stop;
      }
    }
    return arguments;
  }

  /** {@return the argument without its quotes, the escapes of single quotes resolved} */
  public static String unquote(String argument) {
    var out = new StringBuilder();
    int at = 0;
    while (at < argument.length()) {
      char c = argument.charAt(at);
      int close = c == '\'' || c == '"' ? quotedEnd(argument, at, argument.length()) : -1;
      if (close < 0 || close - at < 2) {
        out.append(c);
        at++;
      } else {
        String inner = argument.substring(at + 1, close - 1);
        out.append(c == '\'' ? Escapes.resolve(inner) : inner.replace("\"\"", "\""));
        at = close;
      }
    }
    return out.toString();
  }

  /** {@return where the command at {@code at} ends: at the line's end or before {@code \\}} */
  static int end(String text, int at, int limit) {
    int stop = at + 1;
    while (stop < limit && !Characters.isNewline(text.charAt(stop))) {
      char c = text.charAt(stop);
      if (text.startsWith("\\\\", stop)) {
        return stop;
      }
      stop = c == '\'' || c == '"' || c == '`' ? quotedEnd(text, stop, limit) : stop + 1;
    }
    return stop;
  }

  private static int argumentEnd(String text, int at, int limit) {
    int stop = at;
    while (stop < limit && !Characters.isBlank(text.charAt(stop))) {
      char c = text.charAt(stop);
      stop = c == '\'' || c == '"' || c == '`' ? quotedEnd(text, stop, limit) : stop + 1;
    }
    return stop;
  }

  /** {@return the index behind the quoted part; quotes do not reach beyond the line} */
  private static int quotedEnd(String text, int open, int limit) {
    char quote = text.charAt(open);
    int i = open + 1;
    while (i < limit && !Characters.isNewline(text.charAt(i))) {
      char c = text.charAt(i);
      if (c == quote) {
        if (quote == '`' || i + 1 >= limit || text.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      } else if (c == '\\' && quote == '\'') {
        i++;
      }
      i++;
    }
    return Math.min(i, limit);
  }
}
