package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The names of a table's constraints. */
final class ConstraintNames {
  private final ObjectId table;
  private final Changes changes;

  ConstraintNames(ObjectId table, Changes changes) {
    this.table = table;
    this.changes = changes;
  }

  /**
   * {@return the name of a constraint with an index: the clause's, or one made from the columns}
   *
   * @param label what such names end in
   */
  String ofKey(ConstraintClause clause, List<String> columns, String label) {
    Objects objects = changes.objects();
    if (clause.name().isPresent()) {
      String name = clause.name().get();
      requireFree(name, clause.at());
      if (TakenNames.relation(objects, table.schema(), name)) {
        throw Existing.relation(table.schema(), name, clause.at(), changes.context());
      }
      return name;
    }
    String joined = GeneratedNames.columns(columns);
    return TakenNames.chooseKey(objects, table.schema(), List.of(table.name(), joined), label);
  }

  /** Rejects if the table has a constraint of that name. */
  void requireFree(String name, Token at) {
    Optional<ObjectId> taken =
        Objects.CONSTRAINTS.stream()
            .map(kind -> table.child(kind, name))
            .filter(changes.objects()::contains)
            .findFirst()
            .or(() -> new NotNullActions(table, changes).find(name).map(Column::id));
    if (taken.isEmpty()) {
      return;
    }
    if (changes.context().doubt().concerns(table.schema(), name)) {
      throw new OpaqueException(
          "depends on constraint " + name, new TreeSet<>(List.of(taken.get())));
    }
    throw new RejectedException(
        "constraint \"" + name + "\" for relation \"" + table.name() + "\" already exists", at);
  }
}
