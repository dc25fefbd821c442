package dev.drift.server;

import static dev.drift.server.Html.escape;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What stands in the way of a whole answer: statements that fail or are not understood. */
final class ProblemsSection {
  private ProblemsSection() {}

  static String of(JsonObject coverage) {
    return statements(
            "Statements that PostgreSQL refuses", coverage.getJsonArray("rejected"), "message")
        + statements(
            "Statements with effects that are not known", coverage.getJsonArray("opaque"), "reason")
        + statements(
            "Statements that could not be read", coverage.getJsonArray("unparsed"), "message")
        + notCompared(coverage.getJsonArray("notCompared", new JsonArray()))
        + unreadable(coverage.getJsonArray("unreadable", new JsonArray()));
  }

  private static String statements(String title, JsonArray problems, String text) {
    if (problems.isEmpty()) {
      return "";
    }
    StringBuilder items = new StringBuilder();
    for (Object entry : problems) {
      JsonObject problem = (JsonObject) entry;
      items.append(
          "<li>%s %s</li>\n"
              .formatted(
                  FindingsSection.place(problem.getString("file"), problem.getInteger("line")),
                  escape(problem.getString(text))));
    }
    return list(title, items);
  }

  private static String notCompared(JsonArray kinds) {
    StringBuilder items = new StringBuilder();
    for (Object entry : kinds) {
      JsonObject kind = (JsonObject) entry;
      items.append(
          "<li>%s: %d</li>\n"
              .formatted(escape(kind.getString("kind")), kind.getInteger("present")));
    }
    return items.isEmpty() ? "" : list("In the database, and not compared", items);
  }

  private static String unreadable(JsonArray sentences) {
    StringBuilder items = new StringBuilder();
    for (Object sentence : sentences) {
      items.append("<li>").append(escape((String) sentence)).append("</li>\n");
    }
    return items.isEmpty() ? "" : list("Not readable with these rights", items);
  }

  private static String list(String title, CharSequence items) {
    return "<section>\n<h2>%s</h2>\n<ul class=\"problems\">\n%s</ul>\n</section>\n"
        .formatted(title, items);
  }
}
