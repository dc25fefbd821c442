package dev.drift.engine.canon.resolve;

import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * One item of FROM.
 *
 * @param schema its relation's schema where it goes by the relation's own name, else empty
 * @param columns its columns; empty where they are not known
 * @param relation the relation that it is
 * @param value its only column where a whole row of it is no more than that
 */
record Entry(
    String alias,
    String schema,
    Optional<List<Visible>> columns,
    Optional<ObjectId> relation,
    Optional<Visible> value) {
  Entry(String alias, String schema, Optional<List<Visible>> columns, Optional<ObjectId> relation) {
    this(alias, schema, columns, relation, Optional.empty());
  }

  /** {@return the same of which a whole row is its only column (makeWholeRowVar)} */
  Entry ofValues() {
    return new Entry(
        alias,
        schema,
        columns,
        relation,
        columns.filter(list -> list.size() == 1).map(list -> list.get(0)));
  }
}
