package dev.drift.engine.ddl;

import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The labels and extension dependencies that hang on an object. */
final class Facets {
  private Facets() {}

  /** What has an index behind it that can have a comment of its own. */
  static final Set<Kind> HAVING_INDEX =
      Set.copyOf(EnumSet.of(Kind.PARTITION_INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUSION));

  /** {@return the id of the index behind a constraint, which is no object of the model} */
  static ObjectId index(ObjectId constraint) {
    return new ObjectId(Kind.INDEX, constraint.schema(), constraint.parent(), constraint.name());
  }

  static List<SchemaObject> of(ObjectId target, Objects objects) {
    var facets = new ArrayList<SchemaObject>();
    for (SchemaObject object : objects.ofKind(Kind.SECURITY_LABEL)) {
      if (object instanceof SecurityLabel label && label.target().equals(target)) {
        facets.add(object);
      }
    }
    for (SchemaObject object : objects.ofKind(Kind.EXTENSION_DEPENDENCY)) {
      if (object instanceof ExtensionDependency found && found.target().equals(target)) {
        facets.add(object);
      }
    }
    return facets;
  }
}
