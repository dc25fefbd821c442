package dev.drift.engine.canon;

import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The classes of objects that have privileges, and which (acl.h; acldefault in acl.c). */
public enum Grantable {
  TABLE("TABLES", List.of(), "SELECT INSERT UPDATE DELETE TRUNCATE REFERENCES TRIGGER"),
  SEQUENCE("SEQUENCES", List.of(), "USAGE SELECT UPDATE"),
  COLUMN("", List.of(), "SELECT INSERT UPDATE REFERENCES"),
  ROUTINE("FUNCTIONS", List.of("EXECUTE"), "EXECUTE"),
  TYPE("TYPES", List.of("USAGE"), "USAGE"),
  SCHEMA("SCHEMAS", List.of(), "USAGE CREATE"),
  LANGUAGE("", List.of("USAGE"), "USAGE"),
  FOREIGN_DATA_WRAPPER("", List.of(), "USAGE"),
  SERVER("", List.of(), "USAGE"),
  LARGE_OBJECT("LARGE OBJECTS", List.of(), "SELECT UPDATE");

  private static final int MAINTAIN_SINCE = 17;
  private static final int PUBLIC_CLOSED_SINCE = 15;

  private final String plural;

  @SuppressWarnings("ImmutableEnumChecker") // lists that cannot change
  private final List<String> everyone;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> all;

  Grantable(String plural, List<String> everyone, String all) {
    this.plural = plural;
    this.everyone = everyone;
    this.all = List.of(all.split(" "));
  }

  /** {@return the class that objects of this kind are of; empty if they have no privileges} */
  public static Optional<Grantable> of(Kind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> Optional.of(TABLE);
      case SEQUENCE -> Optional.of(SEQUENCE);
      case COLUMN -> Optional.of(COLUMN);
      case FUNCTION, PROCEDURE, AGGREGATE -> Optional.of(ROUTINE);
      case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE, BASE_TYPE -> Optional.of(TYPE);
      case SCHEMA -> Optional.of(SCHEMA);
      case LANGUAGE -> Optional.of(LANGUAGE);
      case FOREIGN_DATA_WRAPPER -> Optional.of(FOREIGN_DATA_WRAPPER);
      case SERVER -> Optional.of(SERVER);
      default -> Optional.empty();
    };
  }

  /** {@return the class that ALTER DEFAULT PRIVILEGES calls so, in lower case} */
  public static Optional<Grantable> ofPlural(String words) {
    for (Grantable each : values()) {
      if (!each.plural.isEmpty() && each.plural().equals(words)) {
        return Optional.of(each);
      }
    }
    return words.equals("routines") ? Optional.of(ROUTINE) : Optional.empty();
  }

  /** {@return what ALTER DEFAULT PRIVILEGES calls it, in lower case; empty if it cannot} */
  public String plural() {
    return plural.toLowerCase(Locale.ROOT);
  }

  /** {@return what ALL PRIVILEGES means on a server of that version} */
  public List<String> rights(int major) {
    if (this != TABLE || major < MAINTAIN_SINCE) {
      return all;
    }
    var more = new java.util.ArrayList<>(all);
    more.add("MAINTAIN");
    return List.copyOf(more);
  }

  /** {@return what a new object of this class gives its owner and everyone} */
  public SortedSet<Grant> defaults(int major) {
    var grants = new TreeSet<Grant>();
    if (this != COLUMN) {
      rights(major).forEach(right -> grants.add(Grant.of(Grant.OWNER, right)));
      everyone.forEach(right -> grants.add(Grant.of(Grant.PUBLIC, right)));
    }
    return grants;
  }

  /**
   * {@return what {@code target} gives where nothing was granted; the schema {@code public} of a
   * new database is more open than others (initdb.c)}
   */
  public static SortedSet<Grant> defaults(ObjectId target, int major) {
    SortedSet<Grant> grants =
        of(target.kind()).map(each -> each.defaults(major)).orElseGet(TreeSet::new);
    if (target.kind() == Kind.SCHEMA && target.name().equals("public")) {
      grants.add(Grant.of(Grant.PUBLIC, "USAGE"));
      if (major < PUBLIC_CLOSED_SINCE) {
        grants.add(Grant.of(Grant.PUBLIC, "CREATE"));
      }
    }
    return grants;
  }
}
