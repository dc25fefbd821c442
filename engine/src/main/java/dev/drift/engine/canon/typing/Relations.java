package dev.drift.engine.canon.typing;

import dev.drift.engine.model.ObjectId;
import java.util.List;

/** Tells the columns of relations. */
@FunctionalInterface
interface Relations {
  /** {@return its columns in order; none if they are not known} */
  List<OutputColumn> columns(ObjectId relation);
}
