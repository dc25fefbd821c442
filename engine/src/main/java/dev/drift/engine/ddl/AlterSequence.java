package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code ALTER SEQUENCE [IF EXISTS] name …}; of an identity column it changes the column. */
final class AlterSequence implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("alter", "sequence");
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.read(tokens);
    var changes = new Changes(context);
    for (String schema : Names.path(name.name(), context)) {
      Optional<Column> column =
          context.objects().identityColumn(new QualifiedName(schema, name.plain()));
      if (column.isPresent()) {
        identity(tokens, column.get(), changes);
        return changes.decision();
      }
    }
    Optional<SchemaObject> found = Names.relation(name.name(), context);
    if (found.isEmpty() && ifExists) {
      return new Decision.Effects(List.of());
    }
    SchemaObject sequence =
        found.orElseGet(() -> Names.requireRelation(name.name(), name.at(), context));
    if (sequence.id().kind() != Kind.SEQUENCE) {
      throw new RejectedException("\"" + name.plain() + "\" is not a sequence", name.at());
    }
    actions(tokens, sequence, changes);
    return changes.decision();
  }

  /** Decides what follows a sequence's name. */
  static void actions(TokenReader tokens, SchemaObject object, Changes changes) {
    if (Moves.decide(tokens, object, changes) || owned(tokens, object.id(), changes)) {
      return;
    }
    Sequence sequence = (Sequence) object;
    Context context = changes.context();
    boolean unlogged = sequence.unlogged();
    if (tokens.accept("set", "logged")) {
      unlogged = false;
    } else if (tokens.accept("set", "unlogged")) {
      unlogged = true;
    }
    SequenceClauses clauses = SequenceClauses.read(tokens, context);
    requireEnd(tokens);
    Optional<ObjectId> owner =
        clauses.owner().isPresent() ? owner(clauses.owner().get(), context) : sequence.ownedBy();
    changes.alter(
        sequence, new Sequence(sequence.id(), clauses.alter(sequence.options()), owner, unlogged));
  }

  private static boolean owned(TokenReader tokens, ObjectId sequence, Changes changes) {
    if (!tokens.accept("owner", "to")) {
      return false;
    }
    Ownership.change(tokens, sequence, changes);
    return true;
  }

  private static void requireEnd(TokenReader tokens) {
    if (!tokens.atEnd()) {
      throw tokens.unexpected("an option of the sequence");
    }
  }

  private static void identity(TokenReader tokens, Column column, Changes changes) {
    if (tokens.accept("owner", "to")) {
      tokens.rest();
      return;
    }
    if (tokens.accept("set", "logged") || tokens.accept("set", "unlogged")) {
      return;
    }
    Column.Identity before = column.identity().orElseThrow();
    Column.Identity after;
    if (tokens.accept("rename", "to")) {
      String name = tokens.name();
      after =
          new Column.Identity(
              before.always(),
              new QualifiedName(before.sequence().schema(), name),
              before.options());
    } else {
      SequenceClauses clauses = SequenceClauses.read(tokens, changes.context());
      after =
          new Column.Identity(before.always(), before.sequence(), clauses.alter(before.options()));
    }
    requireEnd(tokens);
    changes.alter(column, ColumnEdit.of(column, edit -> edit.identity = Optional.of(after)));
  }

  /** {@return the column that OWNED BY names; empty for NONE} */
  static Optional<ObjectId> owner(SequenceClauses.Owner owner, Context context) {
    return owner
        .table()
        .map(
            table -> {
              SchemaObject relation = Names.requireRelation(table, owner.at(), context);
              if (relation.id().kind() == Kind.TABLE) {
                return TableColumns.require(relation.id(), owner.column(), owner.at(), context)
                    .id();
              }
              return ObjectId.column(relation.id(), owner.column());
            });
  }
}
