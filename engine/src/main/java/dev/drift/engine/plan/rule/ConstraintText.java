package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a constraint is written after its name; NOT VALID aside. */
final class ConstraintText {
  private ConstraintText() {}

  /** {@return the clause of a table's constraint} */
  static String of(SchemaObject constraint) {
    return switch (constraint) {
      case PrimaryKey key ->
          "PRIMARY KEY ("
              + columns(key.columns(), key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "")
              + ")"
              + Sql.include(key.include())
              + Sql.with(key.options())
              + Sql.indexTablespace(key.tablespace())
              + Sql.deferral(key.deferral());
      case Unique unique ->
          "UNIQUE "
              + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
              + "("
              + columns(unique.columns(), unique.withoutOverlaps() ? " WITHOUT OVERLAPS" : "")
              + ")"
              + Sql.include(unique.include())
              + Sql.with(unique.options())
              + Sql.indexTablespace(unique.tablespace())
              + Sql.deferral(unique.deferral());
      case Exclusion exclusion ->
          "EXCLUDE USING "
              + Identifiers.quote(exclusion.method())
              + " ("
              + exclusion.elements().stream()
                  .map(element -> IndexText.key(element.key()) + " WITH " + element.operator())
                  .collect(Collectors.joining(", "))
              + ")"
              + Sql.include(exclusion.include())
              + Sql.with(exclusion.options())
              + Sql.indexTablespace(exclusion.tablespace())
              + exclusion.predicate().map(where -> " WHERE (" + where + ")").orElse("")
              + Sql.deferral(exclusion.deferral());
      case Check check ->
          "CHECK ("
              + check.expression()
              + ")"
              + (check.noInherit() ? " NO INHERIT" : "")
              + (check.enforced() ? "" : " NOT ENFORCED");
      case ForeignKey key -> foreignKey(key);
      default -> throw new IllegalArgumentException("no table constraint: " + constraint.id());
    };
  }

  private static String foreignKey(ForeignKey key) {
    var sql =
        new StringBuilder(
            "FOREIGN KEY ("
                + period(key.columns(), key.period())
                + ") REFERENCES "
                + Sql.name(key.referenced()));
    sql.append(" (").append(period(key.referencedColumns(), key.period())).append(')');
    if (key.match().equals("full")) {
      sql.append(" MATCH FULL");
    }
    if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
      sql.append(" ON UPDATE ").append(key.onUpdate().sql());
    }
    if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
      sql.append(" ON DELETE ").append(key.onDelete().sql());
    }
    if (!key.setColumns().isEmpty()) {
      sql.append(" (").append(Sql.names(key.setColumns())).append(')');
    }
    sql.append(Sql.deferral(key.deferral()));
    return sql.append(key.enforced() ? "" : " NOT ENFORCED").toString();
  }

  private static String columns(List<String> names, String suffix) {
    return Sql.names(names) + suffix;
  }

  private static String period(List<String> names, boolean period) {
    if (!period) {
      return Sql.names(names);
    }
    var quoted = new ArrayList<>(names.stream().map(name -> Identifiers.quote(name)).toList());
    quoted.add("PERIOD " + quoted.removeLast());
    return String.join(", ", quoted);
  }
}
