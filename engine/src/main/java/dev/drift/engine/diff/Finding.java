package dev.drift.engine.diff;

import dev.drift.engine.event.Origin;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing to tell a user: an object, or one attribute of it, that is not as the migrations
 * intend.
 *
 * @param attribute the attribute that differs; empty where the object as a whole is the matter
 * @param expected the object as intended; empty if none is
 * @param actual the object as it is; empty if there is none
 * @param origin the statement that made the object what it should be; for something unexpected that
 *     the migrations once had, the statement that dropped it
 */
public record Finding(
    Type type,
    Severity severity,
    ObjectId object,
    Optional<String> attribute,
    Optional<SchemaObject> expected,
    Optional<SchemaObject> actual,
    Optional<Origin> origin) {

  /** What kind of trouble it is. */
  public enum Type {
    /** Expected and not there. */
    MISSING,
    /** There and not as expected. */
    CHANGED,
    /** There as expected, but not in force: an invalid index, an unvalidated constraint, … */
    INVALID,
    /** There and not expected. */
    UNEXPECTED,
    /** The history table contradicts the files or the catalog. */
    HISTORY,
    /** It cannot be told without asking a server. */
    UNVERIFIABLE;

    /** {@return the name used in reports and JSON} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@return the rule that found it: {@code missing-column}, {@code changed-column-type}} */
  public String rule() {
    String rule = type.label() + '-' + object.kind().label();
    return attribute.map(name -> rule + '-' + hyphenated(name)).orElse(rule);
  }

  /**
   * {@return what names this finding for good: type, object and attribute, no line numbers; the key
   * of baselines}
   */
  public String id() {
    return rule() + ':' + object.path();
  }

  private static String hyphenated(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
