package dev.drift.engine.render;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.Locale;
import java.util.Optional;

/** Findings in words: the sentence, and what was expected and found. */
public final class Wording {
  private Wording() {}

  /** {@return one sentence that says what is the matter} */
  public static String message(Finding finding) {
    String object = name(finding.object());
    String attribute = finding.attribute().map(Wording::words).orElse("");
    return switch (finding.type()) {
      case MISSING -> object + " is missing";
      case UNEXPECTED -> object + " is not in the migrations";
      case CHANGED ->
          "%s of %s is %s, expected %s"
              .formatted(
                  attribute,
                  object,
                  shortened(actual(finding).orElse("none")),
                  shortened(expected(finding).orElse("none")));
      case INVALID -> object + " is there but not in force (" + attribute + ")";
      case HISTORY -> StatusWording.history(finding.object(), finding.attribute().orElse(""));
      case UNVERIFIABLE ->
          finding
              .attribute()
              .map(name -> words(name) + " of " + object + " cannot be compared")
              .orElse(object + " may come from a statement whose effect is not known");
    };
  }

  /** {@return the intended definition, or the intended value of the attribute} */
  public static Optional<String> expected(Finding finding) {
    return side(finding.expected(), finding.attribute());
  }

  /** {@return the definition found, or the value of the attribute found} */
  public static Optional<String> actual(Finding finding) {
    return side(finding.actual(), finding.attribute());
  }

  /** {@return the object's kind and dotted name, as sentences use it} */
  static String name(ObjectId id) {
    return id.kind().words() + " " + id.path();
  }

  private static Optional<String> side(Optional<SchemaObject> object, Optional<String> attribute) {
    return object.map(
        present ->
            attribute
                .flatMap(name -> DescribeAttribute.of(present, name))
                .orElseGet(() -> Describe.object(present)));
  }

  static String words(String camelCase) {
    return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 117) + "...";
  }
}
