package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.SequenceOptions;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes columns of their definitions, with the sequences of serial and identity columns. */
final class ColumnMaker {
  private static final Map<String, String> SERIAL =
      Map.of("serial", "integer", "bigserial", "bigint", "smallserial", "smallint");

  private final ObjectId table;
  private final boolean unlogged;
  private final Changes changes;

  ColumnMaker(ObjectId table, boolean unlogged, Changes changes) {
    this.table = table;
    this.unlogged = unlogged && changes.context().session().serverMajor() >= 15;
    this.changes = changes;
  }

  /**
   * {@return the new column}; the generation expression is read later, by {@link #generated}, and
   * the constraint behind its NOT NULL named, by {@link NotNulls}.
   */
  Column make(ColumnDefinition definition, int position) {
    ObjectId id = ObjectId.column(table, definition.name());
    TypeName written = definition.type().orElseThrow();
    String serial = written.array() ? "" : written.name();
    if (written.schema().equals("pg_catalog") && SERIAL.containsKey(serial)) {
      Column plain = plain(definition, id, position, TypeName.builtin(SERIAL.get(serial)));
      return ColumnEdit.of(
          plain,
          edit -> {
            edit.notNull = true;
            edit.defaultValue = Optional.of(serialDefault(id, plain.type(), definition.at()));
          });
    }
    return plain(definition, id, position, written);
  }

  private Column plain(ColumnDefinition definition, ObjectId id, int position, TypeName type) {
    Optional<Column.Identity> identity =
        definition
            .clause(ConstraintClause.Identity.class)
            .map(clause -> identity(id, type, clause));
    return new Column(
        id,
        position,
        type,
        identity.isPresent()
            || definition.clause(ConstraintClause.NotNull.class).isPresent()
            || definition.clause(ConstraintClause.Key.class).stream().anyMatch(k -> k.primary()),
        definition
            .clause(ConstraintClause.Default.class)
            .flatMap(
                clause -> DefaultExpression.read(clause.expression(), type, changes.context())),
        Optional.empty(),
        identity,
        ColumnCollations.beside(definition.collation(), type, changes.context()),
        definition.storage().filter(s -> !Storage.isDefault(s, type, changes.objects())),
        definition.compression(),
        OptionalInt.empty(),
        definition.options(),
        false,
        Optional.empty());
  }

  private Expression serialDefault(ObjectId column, TypeName type, Token at) {
    String name =
        TakenNames.chooseRelation(
            changes.objects(), table.schema(), List.of(table.name(), column.name()), "seq");
    changes
        .at(Optional.of(at))
        .create(
            new Sequence(
                ObjectId.of(Kind.SEQUENCE, table.schema(), name),
                SequenceOptions.ascending(type),
                Optional.of(column),
                unlogged));
    String quoted = Identifiers.quote(table.schema(), name);
    return new Expression("nextval(" + Identifiers.literal(quoted) + "::regclass)");
  }

  /** {@return the identity that the clause asks for, with its sequence's name chosen} */
  Column.Identity identity(ObjectId column, TypeName type, ConstraintClause.Identity clause) {
    var tokens = new TokenReader(clause.options());
    SequenceClauses options = SequenceClauses.read(tokens, changes.context());
    if (!tokens.atEnd()) {
      throw tokens.unexpected("an option of the sequence");
    }
    QualifiedName sequence =
        options
            .name()
            .map(
                name ->
                    name.schema().isEmpty() ? new QualifiedName(table.schema(), name.name()) : name)
            .orElseGet(
                () ->
                    new QualifiedName(
                        table.schema(),
                        TakenNames.chooseRelation(
                            changes.objects(),
                            table.schema(),
                            List.of(table.name(), column.name()),
                            "seq")));
    return new Column.Identity(clause.always(), sequence, options.create(type));
  }

  /** {@return {@code column} with the generation expression of its definition, if it has one} */
  static Column generated(Column column, ColumnDefinition definition, Context context) {
    ObjectId table = column.id().parentTable();
    return definition
        .clause(ConstraintClause.Generated.class)
        .map(
            clause ->
                ColumnEdit.of(
                    column,
                    edit ->
                        edit.generated =
                            Optional.of(
                                new Column.Generated(
                                    Expressions.read(
                                        clause.expression(), context.scope(), Optional.of(table)),
                                    clause.stored()))))
        .orElse(column);
  }
}
