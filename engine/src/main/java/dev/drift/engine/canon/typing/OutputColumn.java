package dev.drift.engine.canon.typing;

import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** A column of a query or of a FROM item; {@code type} where it can be told. */
public record OutputColumn(String name, Optional<TypeName> type) {}
