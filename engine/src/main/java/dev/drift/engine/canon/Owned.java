package dev.drift.engine.canon;

import dev.drift.engine.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of objects that have an owner of their own, who can be another (ALTER … OWNER TO). */
public final class Owned {
  private static final Set<Kind> WITHOUT_PRIVILEGES =
      EnumSet.of(
          Kind.COLLATION,
          Kind.CONVERSION,
          Kind.TEXT_SEARCH_DICTIONARY,
          Kind.TEXT_SEARCH_CONFIGURATION,
          Kind.OPERATOR,
          Kind.OPERATOR_CLASS,
          Kind.OPERATOR_FAMILY,
          Kind.STATISTICS,
          Kind.EVENT_TRIGGER,
          Kind.PUBLICATION,
          Kind.SUBSCRIPTION);

  private Owned() {}

  /** {@return whether objects of this kind have an owner} */
  public static boolean has(Kind kind) {
    return WITHOUT_PRIVILEGES.contains(kind)
        || kind != Kind.COLUMN && Grantable.of(kind).isPresent();
  }
}
