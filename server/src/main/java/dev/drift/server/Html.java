package dev.drift.server;

/** Text on its way into a page. */
final class Html {
  private static final int LONG = 120;

  private Html() {}

  /** {@return the text as content of an element or of a quoted attribute} */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** {@return SQL as code; what is long is folded behind its beginning} */
  static String code(String sql) {
    String text = sql.strip();
    if (text.isEmpty()) {
      return "<span class=\"none\">none</span>";
    }
    if (text.length() <= LONG && !text.contains("\n")) {
      return "<code>" + escape(text) + "</code>";
    }
    String beginning = text.lines().findFirst().orElse("");
    return "<details><summary><code>%s …</code></summary><pre>%s</pre></details>"
        .formatted(
            escape(beginning.substring(0, Math.min(beginning.length(), LONG / 2))), escape(text));
  }
}
