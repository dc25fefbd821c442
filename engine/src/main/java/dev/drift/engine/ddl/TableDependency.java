package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Optional;

/** What becomes of a table, a part of one, or what hangs on one when an object is dropped. */
final class TableDependency {
  private final ObjectId id;
  private final Usage usage;

  TableDependency(ObjectId dropped, Usage usage) {
    this.id = dropped;
    this.usage = usage;
  }

  Consequence sequence(Sequence sequence) {
    return Consequence.goesIf(
        sequence
            .ownedBy()
            .filter(c -> c.equals(id) || usage.isRelation() && c.belongsTo(id))
            .isPresent());
  }

  Consequence table(Table table) {
    if (table.partitionOf().filter(p -> p.parent().equals(id)).isPresent()) {
      return Consequence.GOES_ALONG;
    }
    if (table
        .foreign()
        .filter(f -> id.equals(ObjectId.global(Kind.SERVER, f.server())))
        .isPresent()) {
      return Consequence.FORBIDS;
    }
    if (usage.uses(table.id(), table.partitionKey())) {
      return Consequence.FORBIDS;
    }
    return Consequence.forbidsIf(
        table.inherits().contains(id)
            || table.ofType().filter(usage::isOf).isPresent()
            || usage.uses(table.id(), table.partitionKey()));
  }

  Consequence column(Column column) {
    if (usage.isOf(column.type())) {
      return Consequence.FORBIDS;
    }
    ObjectId owner = Rewriter.owner(column.id());
    boolean computed =
        column
            .generated()
            .filter(
                g ->
                    usage.usesOwnColumn(column.id(), g.expression())
                        || usage.uses(owner, g.expression()))
            .isPresent();
    if (computed) {
      return Consequence.FORBIDS;
    }
    return usage.uses(owner, column.defaultValue())
        ? Consequence.DEFAULT_FORBIDS
        : Consequence.NONE;
  }

  Consequence ownColumns(ObjectId part, List<String> columns, List<String> include) {
    return Consequence.goesIf(
        usage.isColumnBeside(part) && (columns.contains(id.name()) || include.contains(id.name())));
  }

  Consequence ownExpression(ObjectId part, Expression expression) {
    return usage.usesOwnColumn(part, expression)
        ? Consequence.GOES_ALONG
        : Consequence.forbidsIf(usage.uses(Rewriter.owner(part), expression));
  }

  Consequence foreignKey(ForeignKey key) {
    if (usage.isColumnBeside(key.id()) && key.columns().contains(id.name())) {
      return Consequence.GOES_ALONG;
    }
    if (key.referenced().equals(id)) {
      return Consequence.FORBIDS;
    }
    if (id.kind() == Kind.COLUMN && id.belongsTo(key.referenced())) {
      return Consequence.forbidsIf(key.referencedColumns().contains(id.name()));
    }
    return Consequence.forbidsIf(
        id.belongsTo(key.referenced())
            && Objects.RELATIONS.contains(id.kind())
            && key.standsOn().equals(Optional.of(id.name())));
  }

  /** Only its columns are the constraint's own; what expressions name is its index's. */
  Consequence exclusion(Exclusion exclusion) {
    List<String> columns =
        exclusion.elements().stream()
            .map(Exclusion.Element::key)
            .flatMap(key -> IndexKeys.columnName(key).stream())
            .toList();
    Consequence own = ownColumns(exclusion.id(), columns, exclusion.include());
    return own == Consequence.GOES_ALONG
        ? own
        : Consequence.forbidsIf(
            exclusion.elements().stream().anyMatch(e -> isNamedIn(exclusion, e.key().expression()))
                || exclusion.predicate().filter(e -> isNamedIn(exclusion, e)).isPresent());
  }

  private boolean isNamedIn(Exclusion exclusion, Expression expression) {
    return usage.usesOwnColumn(exclusion.id(), expression)
        || usage.uses(Rewriter.owner(exclusion.id()), expression);
  }

  Consequence index(Index index) {
    if (id.kind() != Kind.COLUMN && !mentioned(index)) {
      return Consequence.NONE;
    }
    ObjectId owner = Rewriter.owner(index.id());
    boolean ownColumn =
        index.keys().stream().anyMatch(key -> usage.usesOwnColumn(index.id(), key))
            || usage.isColumnBeside(index.id()) && index.include().contains(id.name())
            || index.predicate().filter(e -> usage.usesOwnColumn(index.id(), e)).isPresent();
    return ownColumn
        ? Consequence.GOES_ALONG
        : Consequence.forbidsIf(
            index.keys().stream()
                    .anyMatch(key -> !key.column() && usage.uses(owner, key.expression()))
                || usage.uses(owner, index.predicate()));
  }

  Consequence statistics(Statistics statistics) {
    boolean ofColumn =
        id.kind() == Kind.COLUMN
            && id.belongsTo(statistics.relation())
            && (statistics.columns().contains(id.name())
                || statistics.expressions().stream()
                    .anyMatch(e -> !Expressions.columns(e, List.of(id.name())).isEmpty()));
    return ofColumn || statistics.relation().equals(id)
        ? Consequence.GOES_ALONG
        : Consequence.forbidsIf(
            statistics.expressions().stream().anyMatch(e -> usage.uses(statistics.relation(), e)));
  }

  private boolean mentioned(Index index) {
    if (index.predicate().isPresent()) {
      return true;
    }
    for (IndexKey key : index.keys()) {
      if (!key.column()) {
        return true;
      }
    }
    return false;
  }
}
