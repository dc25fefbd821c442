package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** Which values of a column do not fit another type. */
final class Misfits {
  private Misfits() {}

  /** {@return the condition that says so; empty if only a trial can tell} */
  static Optional<String> condition(Column before, Column after, SchemaModel model) {
    String name = quote(after.id().name());
    TypeName from = before.type();
    TypeName to = after.type();
    if (from.array() || to.array()) {
      return Optional.empty();
    }
    Optional<SchemaObject> target =
        model.named(to.schema(), to.name()).stream().filter(EnumType.class::isInstance).findFirst();
    if (target.isPresent() && target.get() instanceof EnumType type) {
      return Optional.of(
          type.values().isEmpty()
              ? name + " IS NOT NULL"
              : name + "::text NOT IN (" + Preflight.literals(type.values()) + ")");
    }
    if (to.name().equals("character varying") && !to.modifier().isEmpty()) {
      return Optional.of("length(rtrim(" + name + "::text)) > " + to.modifier());
    }
    Optional<String> range =
        switch (to.name()) {
          case "smallint" -> Optional.of("-32768 AND 32767");
          case "integer" -> Optional.of("-2147483648 AND 2147483647");
          case "bigint" -> Optional.of("-9223372036854775808 AND 9223372036854775807");
          default -> Optional.empty();
        };
    if (range.isPresent() && TypeChange.isNumber(from)) {
      return range.map(limits -> name + " NOT BETWEEN " + limits);
    }
    return Optional.empty();
  }
}
