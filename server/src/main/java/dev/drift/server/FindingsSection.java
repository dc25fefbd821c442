package dev.drift.server;

import static dev.drift.server.Html.code;
import static dev.drift.server.Html.escape;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The findings of a check as tables, one for each table of the database that they are about. */
final class FindingsSection {
  private static final Set<String> RELATIONS =
      Set.of("table", "view", "materialized-view", "foreign-table");

  private FindingsSection() {}

  static String of(JsonArray findings) {
    if (findings.isEmpty()) {
      return "";
    }
    List<JsonObject> all = findings.stream().map(JsonObject.class::cast).toList();
    Set<String> tables =
        all.stream()
            .map(finding -> finding.getJsonObject("object"))
            .filter(object -> !text(object, "table").isEmpty())
            .map(object -> qualified(object, "table"))
            .collect(Collectors.toSet());
    SortedMap<String, List<JsonObject>> groups =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> group(finding.getJsonObject("object"), tables),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder html = new StringBuilder("<section>\n<h2>Findings</h2>\n");
    groups.forEach((name, group) -> html.append(table(name, group)));
    return html.append("</section>\n").toString();
  }

  /** {@return {@code 1 finding}, {@code 2 findings}} */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String table(String name, List<JsonObject> findings) {
    return """
    <h3>%s <small>%s</small></h3>
    <div class="wide"><table class="findings">
    <thead><tr><th scope="col">What</th><th scope="col">Object</th><th scope="col">Expected</th>\
    <th scope="col">Actual</th><th scope="col">Origin</th></tr></thead>
    <tbody>
    %s</tbody></table></div>
    """
        .formatted(
            escape(name),
            count(findings.size(), "finding"),
            findings.stream().map(FindingsSection::row).collect(Collectors.joining()));
  }

  private static String row(JsonObject finding) {
    JsonObject object = finding.getJsonObject("object");
    String attribute = text(finding, "attribute");
    return """
    <tr><td><span class="class %s">%s</span></td>\
    <td><span class="kind">%s</span> <b>%s</b>%s</td>\
    <td data-label="Expected">%s</td><td data-label="Actual">%s</td>\
        <td data-label="Origin">%s</td></tr>
    """
        .formatted(
            escape(text(finding, "severity")),
            escape(text(finding, "class")),
            escape(text(object, "kind")),
            escape(text(object, "name")),
            attribute.isEmpty() ? "" : " <span class=\"kind\">" + escape(attribute) + "</span>",
            code(text(finding, "expected")),
            code(text(finding, "actual")),
            origin(finding));
  }

  private static String origin(JsonObject finding) {
    JsonObject origin = finding.getJsonObject("origin");
    return origin == null
        ? "<span class=\"none\">none</span>"
        : place(text(origin, "file"), origin.getInteger("line"));
  }

  static String place(String file, int line) {
    return "<code class=\"place\">" + escape(file) + ":" + line + "</code>";
  }

  /** A relation that is the matter as a whole stands with its schema's objects. */
  private static String group(JsonObject object, Set<String> tables) {
    if (!text(object, "table").isEmpty()) {
      return qualified(object, "table");
    }
    String name = qualified(object, "name");
    if (RELATIONS.contains(text(object, "kind")) && tables.contains(name)) {
      return name;
    }
    return text(object, "schema").isEmpty() ? "The database" : "Schema " + text(object, "schema");
  }

  private static String qualified(JsonObject object, String field) {
    String schema = text(object, "schema");
    return schema.isEmpty() ? text(object, field) : schema + "." + text(object, field);
  }

  private static String text(JsonObject object, String field) {
    String value = object.getString(field);
    return value == null ? "" : value;
  }
}
