package dev.drift.engine.canon.resolve;

import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** A column of a query's result; {@code type} where it can be told. */
public record Output(String name, Optional<TypeName> type) {}
