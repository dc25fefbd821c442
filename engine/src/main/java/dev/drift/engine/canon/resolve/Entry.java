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
 */
record Entry(
    String alias, String schema, Optional<List<Visible>> columns, Optional<ObjectId> relation) {}
