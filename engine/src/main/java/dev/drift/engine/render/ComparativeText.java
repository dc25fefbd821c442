package dev.drift.engine.render;

import dev.drift.engine.diff.Environments.Row;
import dev.drift.engine.diff.Parts;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Databases side by side for people: two with what differs under each object, more as a table in
 * which equal letters are equal shapes.
 */
public final class ComparativeText {
  private static final int CELL = 4;

  private final Comparative comparative;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ComparativeText(Comparative comparative, Style style) {
    this.comparative = comparative;
    this.style = style;
  }

  /** {@return the comparison as lines of text} */
  public static String render(Comparative comparative, Style style) {
    var text = new ComparativeText(comparative, style);
    text.head();
    text.groups();
    text.verdict();
    return text.out.toString();
  }

  private void head() {
    for (int i = 0; i < comparative.databases().size(); i++) {
      Comparative.Named each = comparative.databases().get(i);
      line(
          "%s  %s (PostgreSQL %s)"
              .formatted(style.bold(Comparative.letter(i)), each.place(), each.server()));
    }
  }

  private void groups() {
    Map<String, List<Row>> groups = new TreeMap<>();
    for (Row row : comparative.rows()) {
      groups.computeIfAbsent(group(row.id()), key -> new ArrayList<>()).add(row);
    }
    boolean two = comparative.databases().size() == 2;
    int width =
        comparative.rows().stream()
                .mapToInt(row -> Math.max(what(row).length(), group(row.id()).length() - 2))
                .max()
                .orElse(0)
            + 2;
    groups.forEach(
        (group, rows) -> {
          line("");
          line(style.bold(group) + (two ? "" : letters(width + 2 - group.length())));
          rows.forEach(row -> row(row, two, width));
        });
  }

  private String letters(int gap) {
    var letters = new StringBuilder(" ".repeat(Math.max(1, gap)));
    for (int i = 0; i < comparative.databases().size(); i++) {
      letters.append("%-4s".formatted(Comparative.letter(i)));
    }
    return letters.toString().stripTrailing();
  }

  private static String group(ObjectId id) {
    if (!id.parent().isEmpty()) {
      return id.schema() + "." + id.parent();
    }
    return id.schema().isEmpty() ? "database" : "schema " + id.schema();
  }

  private static String what(Row row) {
    return row.id().kind().words() + " " + row.id().name();
  }

  private void row(Row row, boolean two, int width) {
    if (!two) {
      var cells = new StringBuilder();
      for (int shape : row.shapes()) {
        cells.append(("%-" + CELL + "s").formatted(shape < 0 ? "-" : (char) ('a' + shape)));
      }
      line("  " + what(row) + " ".repeat(width - what(row).length()) + cells);
      return;
    }
    if (row.isMissingSomewhere()) {
      int there = row.shapes().get(0) < 0 ? 1 : 0;
      String shape = Describe.object(row.objects().get(there).orElseThrow());
      line("  only in %s   %s".formatted(Comparative.letter(there), what(row)));
      side("", shape);
      return;
    }
    differing(row.objects().get(0).orElseThrow(), row.objects().get(1).orElseThrow())
        .forEach(
            (attribute, values) -> {
              line("  differs     %s: %s".formatted(what(row), attribute));
              side("A", values.get(0));
              side("B", values.get(1));
            });
  }

  /** {@return what both say of each attribute in which they differ} */
  static Map<String, List<String>> differing(SchemaObject one, SchemaObject other) {
    Map<String, List<String>> differing = new TreeMap<>();
    for (var component : one.getClass().getRecordComponents()) {
      String name = component.getName();
      if (one.getClass() == other.getClass() && !name.equals("position")) {
        Object left = Parts.value((Record) one, name).orElseThrow();
        Object right = Parts.value((Record) other, name).orElseThrow();
        String first = DescribeAttribute.of(one, name).orElseThrow();
        String second = DescribeAttribute.of(other, name).orElseThrow();
        if (!left.equals(right) && !first.equals(second)) {
          differing.put(name, List.of(first, second));
        }
      }
    }
    return differing;
  }

  private void side(String label, String value) {
    String text = value.strip().replaceAll("\\s+", " ");
    line(
        "              %-2s%s"
            .formatted(label, text.length() <= 160 ? text : text.substring(0, 157) + "..."));
  }

  private void verdict() {
    line("");
    int count = comparative.rows().size();
    line(
        count == 0
            ? style.green("The schemas are the same.")
            : style.red(
                "%d %s not the same%s."
                    .formatted(
                        count,
                        count == 1 ? "object is" : "objects are",
                        comparative.databases().size() == 2 ? "" : " everywhere")));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
