package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code DETACH PARTITION … CONCURRENTLY}, which leaves its rows' condition as a check, unless what
 * the partition has implies it (tablecmds.c, DetachAddConstraintIfNeeded).
 */
final class Detachment {
  private final Table partition;
  private final Changes changes;

  Detachment(Table partition, Changes changes) {
    this.partition = partition;
    this.changes = changes;
  }

  void concurrently(Token at) {
    ObjectId parent = partition.partitionOf().orElseThrow().parent();
    Objects objects = changes.objects();
    if (objects.heirsOf(parent).stream().anyMatch(Detachment::isDefault)) {
      throw new RejectedException(
          "cannot detach partitions concurrently when a default partition exists", at);
    }
    boolean hash =
        objects
            .find(parent, Table.class)
            .flatMap(Table::partitionKey)
            .filter(key -> key.sql().startsWith("HASH"))
            .isPresent();
    Optional<List<String>> condition =
        hash ? Optional.of(List.of()) : PartitionCondition.of(partition, objects);
    Match implied = condition.map(this::implied).orElse(Match.UNKNOWN);
    Partitions.detach(partition, changes);
    Expression expression =
        new Expression(
            condition
                .filter(all -> all.size() > 1)
                .map(all -> PartitionCondition.joined(all, " AND "))
                .orElse(condition.filter(all -> !all.isEmpty()).map(List::getFirst).orElse("")));
    Set<String> columns =
        Expressions.columns(expression, TableColumns.names(changes.objects(), partition.id()));
    String name =
        TakenNames.chooseConstraint(
            changes.objects(),
            partition.id().schema(),
            List.of(partition.id().name(), columns.size() == 1 ? columns.iterator().next() : ""),
            "check");
    ObjectId id = partition.id().child(Kind.CHECK, name);
    switch (implied) {
      case EQUAL -> {}
      case UNKNOWN -> changes.leaveOpen("leaves a check on " + partition.id().path(), List.of(id));
      case DIFFERENT -> {
        var check = new Check(id, expression, false, true, true);
        changes.create(check);
        new PartitionParts(changes).spread(partition.id(), check);
      }
    }
  }

  private static boolean isDefault(Table heir) {
    return heir.partitionOf().filter(of -> of.bound().sql().equals("DEFAULT")).isPresent();
  }

  private Match implied(List<String> condition) {
    var known = new Implication(Surroundings.of(changes.objects()).of(partition));
    Collection<String> columns = TableColumns.names(changes.objects(), partition.id());
    for (SchemaObject part : AllParts.of(partition, changes.objects())) {
      switch (part) {
        case Column column when column.notNull() ->
            known.know(Identifiers.quote(column.id().name()) + " IS NOT NULL");
        case Check check
            when check.validated()
                && check.enforced()
                && concerns(check.expression(), condition, columns) ->
            known.know(check.expression().sql());
        default -> {}
      }
    }
    return known.implies(condition);
  }

  private static boolean concerns(
      Expression check, List<String> condition, Collection<String> candidates) {
    Set<String> used = Expressions.columns(check, candidates);
    return condition.stream()
        .flatMap(each -> Expressions.columns(new Expression(each), candidates).stream())
        .anyMatch(used::contains);
  }
}
