package dev.drift.engine.model;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * An installed extension. Its members are not objects of the model.
 *
 * @param schema the schema its members live in; empty if not said
 * @param memberGrants what its members have because default privileges said so when it was made, by
 *     what {@link DefaultPrivileges#objects} calls them; none for those that have the usual. Not
 *     compared: a catalog does not tell it from what was granted since
 */
public record Extension(
    ObjectId id, String schema, SortedMap<String, SortedSet<Grant>> memberGrants)
    implements SchemaObject {
  public Extension {
    memberGrants = Sorted.copyOf(memberGrants);
  }

  /** {@return an extension made under no default privileges} */
  public static Extension in(String schema, String name) {
    return new Extension(ObjectId.global(Kind.EXTENSION, name), schema, new TreeMap<>());
  }
}
