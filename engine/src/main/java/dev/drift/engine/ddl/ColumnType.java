package dev.drift.engine.ddl;

import dev.drift.engine.canon.ExpressionColumns;
import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SequenceOptions;
import dev.drift.engine.model.StandardBody;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code ALTER COLUMN … TYPE type [COLLATE …] [USING …]} (tablecmds.c, ATExecAlterColumnType). */
final class ColumnType {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;

  ColumnType(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
  }

  void decide(TokenReader tokens, Column column, Token at) {
    TypeName type = Types.read(tokens, changes.context().scope());
    Context context = changes.context();
    Optional<QualifiedName> collation =
        ColumnCollations.beside(ColumnCollations.read(tokens, context), type, context);
    if (tokens.accept("using")) {
      tokens.rest();
    }
    if (column.inherited()) {
      throw new RejectedException(
          "cannot alter inherited column \"" + column.id().name() + '"', at);
    }
    requireUnused(column, at);
    alter(column, type, collation);
    if (!only) {
      alterHeirs(table, column.id().name(), type, collation);
    }
  }

  private void alter(Column column, TypeName type, Optional<QualifiedName> collation) {
    var parts = new RetypedParts(column.id(), changes);
    changes.alter(
        column,
        ColumnEdit.of(
            column,
            edit -> {
              edit.type = type;
              edit.collation = collation;
              edit.storage = Optional.empty();
              edit.compression = Optional.empty();
              edit.defaultValue =
                  column.defaultValue().map(value -> Expressions.settled(value, base(column)));
              edit.identity = column.identity().map(identity -> retyped(identity, type));
            }));
    parts.remake();
    new ReferencedKeys(changes).remade(column.id());
  }

  private TypeName base(Column column) {
    return Surroundings.of(changes.objects()).base(column.type());
  }

  private void alterHeirs(
      ObjectId parent, String name, TypeName type, Optional<QualifiedName> collation) {
    for (Table heir : changes.objects().heirsOf(parent)) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), name), Column.class)
          .ifPresent(column -> alter(column, type, collation));
      alterHeirs(heir.id(), name, type, collation);
    }
  }

  private static Column.Identity retyped(Column.Identity identity, TypeName type) {
    SequenceOptions options = SequenceClauses.retyped(identity.options(), type);
    return new Column.Identity(identity.always(), identity.sequence(), options);
  }

  private void requireUnused(Column column, Token at) {
    String name = column.id().name();
    ObjectId id = column.id();
    for (SchemaObject object : changes.objects().referrersTo(table)) {
      boolean used =
          queries(object).stream()
              .anyMatch(
                  query ->
                      query.understood() && Queries.columns(query, changes.objects()).contains(id));
      if (used) {
        throw Existing.taken(
            object.id(),
            "cannot alter type of a column used by a "
                + (object instanceof Routine ? "function or procedure" : "view or rule"),
            at,
            changes.context());
      }
    }
    for (SchemaObject child : changes.objects().childrenOf(table)) {
      if (child instanceof Trigger trigger
          && (trigger.updateColumns().contains(name)
              || trigger.condition().filter(c -> RowColumns.of(c).contains(name)).isPresent())) {
        throw Existing.taken(
            trigger.id(),
            "cannot alter type of a column used in a trigger definition",
            at,
            changes.context());
      }
      if (child instanceof Column other
          && other
              .generated()
              .filter(g -> !Expressions.columns(g.expression(), List.of(name)).isEmpty())
              .isPresent()) {
        throw new RejectedException("cannot alter type of a column used by a generated column", at);
      }
    }
    for (SchemaObject object : Conditions.around(table, changes.objects())) {
      if (Conditions.of(object)
          .anyMatch(
              each ->
                  ExpressionColumns.used(each, Rewriter.owner(object.id()), changes.objects())
                      .contains(id))) {
        throw Existing.taken(
            object.id(),
            object instanceof RewriteRule
                ? "cannot alter type of a column used by a view or rule"
                : "cannot alter type of a column used in a policy definition",
            at,
            changes.context());
      }
    }
  }

  private static List<Query> queries(SchemaObject object) {
    return switch (object) {
      case View view -> List.of(view.query());
      case MaterializedView view -> List.of(view.query());
      case RewriteRule rule -> rule.commands();
      case Routine routine ->
          routine.standardBody().map(StandardBody::statements).orElse(List.of());
      default -> List.of();
    };
  }
}
