package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** A column that can be named in a query, and how it is written in full. */
record Visible(String name, Optional<TypeName> type, Scalar reference) {}
