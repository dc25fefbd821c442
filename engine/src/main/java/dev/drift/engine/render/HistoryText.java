package dev.drift.engine.render;

import dev.drift.engine.diff.Parts;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.progress.ObjectHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What made an object what it is, one line an event. */
public final class HistoryText {
  private static final Set<String> UNTOLD =
      Set.of(
          "id",
          "position",
          "validChecks",
          "indexColumns",
          "keyOrder",
          "cloneNames",
          "standsOn",
          "memberGrants");

  private HistoryText() {}

  /** {@return the histories as lines of text} */
  public static String render(List<ObjectHistory> histories, Style style) {
    var text = new StringBuilder();
    for (ObjectHistory history : histories) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(style.bold(history.object().toString()))
          .append(history.gone() ? ", gone" : "")
          .append("\n\n");
      int width = history.events().stream().mapToInt(each -> place(each).length()).max().orElse(0);
      String last = "";
      for (Recorded recorded : history.events()) {
        String place = place(recorded);
        for (String change : changes(recorded)) {
          text.append("  ")
              .append(style.dim(pad(place.equals(last) ? "" : place, width)))
              .append("  ")
              .append(change)
              .append('\n');
          last = place;
        }
      }
    }
    return text.toString();
  }

  /** {@return what an event changed, a line each} */
  static List<String> changes(Recorded recorded) {
    return switch (recorded.event()) {
      case Created created ->
          List.of("created " + name(created.object().id()) + shape(created.object()));
      case Dropped dropped -> List.of("dropped " + name(dropped.object().id()));
      case Altered altered -> attributes(altered.before(), altered.after());
      case Renamed renamed -> {
        var changes =
            new ArrayList<String>(
                List.of(
                    "renamed %s to %s"
                        .formatted(name(renamed.before().id()), renamed.after().id().path())));
        changes.addAll(attributes(renamed.before(), renamed.after()));
        yield changes;
      }
    };
  }

  private static List<String> attributes(SchemaObject before, SchemaObject after) {
    var changes = new ArrayList<String>();
    for (var component : after.getClass().getRecordComponents()) {
      String attribute = component.getName();
      if (before.getClass() == after.getClass() && !UNTOLD.contains(attribute)) {
        Object old = Parts.value((Record) before, attribute).orElseThrow();
        Object now = Parts.value((Record) after, attribute).orElseThrow();
        if (!old.equals(now)) {
          changes.add(
              "changed %s of %s from %s to %s"
                  .formatted(
                      words(attribute),
                      name(after.id()),
                      value(before, attribute),
                      value(after, attribute)));
        }
      }
    }
    return changes;
  }

  private static String shape(SchemaObject object) {
    String shape = line(Describe.object(object));
    return shape.equals(object.id().kind().words()) ? "" : ": " + shape;
  }

  private static String value(SchemaObject object, String attribute) {
    return line(DescribeAttribute.of(object, attribute).orElseThrow());
  }

  private static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 117) + "...";
  }

  private static String name(ObjectId id) {
    return Wording.name(id);
  }

  private static String words(String camelCase) {
    return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String place(Recorded recorded) {
    return recorded.origin().toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
