package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Constraints of tables and domains. */
final class ConstraintRows {
  /** The kinds that tables have. */
  static final List<Kind> OF_TABLES =
      List.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.FOREIGN_KEY, Kind.CHECK, Kind.EXCLUSION);

  private static final List<Kind> ALL =
      List.of(
          Kind.PRIMARY_KEY,
          Kind.UNIQUE,
          Kind.FOREIGN_KEY,
          Kind.CHECK,
          Kind.EXCLUSION,
          Kind.DOMAIN_CONSTRAINT);

  private ConstraintRows() {}

  static List<Row> constraints(Facts facts, Map<String, String> wanted) {
    List<Row> rows = RelationRows.rows(facts, ALL, object -> constraint(object, facts));
    for (SchemaObject object : facts.objects().ofKind(Kind.COLUMN)) {
      if (object instanceof Column column) {
        column
            .notNullConstraint()
            .filter(it -> wanted.getOrDefault("conname", it.name()).equals(it.name()))
            .ifPresent(it -> rows.add(notNull(column, it, facts)));
      }
    }
    return rows;
  }

  /** From PostgreSQL 18 on NOT NULL is a constraint, too. */
  private static Row notNull(Column column, NotNullConstraint constraint, Facts facts) {
    ObjectId table = column.id().parentTable();
    ObjectId id = table.child(Kind.CHECK, constraint.name());
    var likewise =
        new Check(id, new Expression(""), constraint.noInherit(), constraint.validated(), true);
    Row row = constraint(likewise, facts);
    return cell ->
        switch (cell) {
          case "contype" -> Cells.text("n");
          case "conkey" -> positions(table, List.of(column.id().name()), facts);
          case "connoinherit" -> Cells.bool(constraint.noInherit());
          default -> row.get(cell);
        };
  }

  private static Row constraint(SchemaObject object, Facts facts) {
    ObjectId id = object.id();
    return column ->
        switch (column) {
          case "oid" -> Cells.oid(id);
          case "conname" -> Cells.text(id.name());
          case "connamespace" -> Cells.namespace(id.schema());
          case "contype" -> Cells.text(type(id.kind()));
          case "conrelid" ->
              id.kind() == Kind.DOMAIN_CONSTRAINT
                  ? Cells.number(0)
                  : Cells.oid(RelationRows.owner(id, facts));
          case "contypid" ->
              id.kind() == Kind.DOMAIN_CONSTRAINT
                  ? Cells.oid(ObjectId.of(Kind.DOMAIN, id.schema(), id.parent()))
                  : Cells.number(0);
          case "conindid" -> Cells.oid(id);
          case "confrelid" ->
              object instanceof ForeignKey key ? Cells.oid(key.referenced()) : Cells.number(0);
          case "conkey" -> positions(RelationRows.owner(id, facts), columns(object), facts);
          case "confkey" ->
              object instanceof ForeignKey key
                  ? positions(key.referenced(), key.referencedColumns(), facts)
                  : Optional.of(Value.NULL);
          case "confdeltype" ->
              Cells.text(object instanceof ForeignKey key ? action(key.onDelete()) : " ");
          case "confupdtype" ->
              Cells.text(object instanceof ForeignKey key ? action(key.onUpdate()) : " ");
          case "convalidated" -> Cells.bool(isValidated(object));
          case "condeferrable" -> Cells.bool(deferral(object) != Deferral.NOT_DEFERRABLE);
          case "condeferred" -> Cells.bool(deferral(object) == Deferral.INITIALLY_DEFERRED);
          case "conbin", "conislocal", "connoinherit", "conparentid", "coninhcount", "consrc" ->
              Cells.unknown();
          default -> Cells.none();
        };
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "p";
      case UNIQUE -> "u";
      case FOREIGN_KEY -> "f";
      case EXCLUSION -> "x";
      default -> "c";
    };
  }

  private static String action(ForeignKey.Action action) {
    return switch (action) {
      case NO_ACTION -> "a";
      case RESTRICT -> "r";
      case CASCADE -> "c";
      case SET_NULL -> "n";
      case SET_DEFAULT -> "d";
    };
  }

  private static boolean isValidated(SchemaObject object) {
    return switch (object) {
      case ForeignKey key -> key.validated();
      case Check check -> check.validated();
      case DomainConstraint check -> check.validated();
      default -> true;
    };
  }

  private static Deferral deferral(SchemaObject object) {
    return switch (object) {
      case ForeignKey key -> key.deferral();
      case PrimaryKey key -> key.deferral();
      case Unique unique -> unique.deferral();
      case Exclusion exclusion -> exclusion.deferral();
      default -> Deferral.NOT_DEFERRABLE;
    };
  }

  /** {@return the constrained columns of keys; none for other constraints} */
  static List<String> columns(SchemaObject object) {
    return switch (object) {
      case PrimaryKey key -> key.columns();
      case Unique unique -> unique.columns();
      case ForeignKey key -> key.columns();
      default -> List.of();
    };
  }

  private static Optional<Value> positions(ObjectId table, List<String> columns, Facts facts) {
    if (columns.isEmpty()) {
      return Cells.unknown();
    }
    List<Value> positions =
        columns.stream()
            .map(
                name ->
                    facts
                        .objects()
                        .find(ObjectId.column(table, name), Column.class)
                        .map(column -> Value.of(column.position()))
                        .orElse(Value.UNKNOWN))
            .toList();
    return Optional.of(new Value.Array(positions));
  }

  static List<Row> tableConstraints(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        OF_TABLES,
        object ->
            column ->
                switch (column) {
                  case "constraint_schema", "table_schema" -> Cells.text(object.id().schema());
                  case "constraint_name" -> Cells.text(object.id().name());
                  case "table_name" -> Cells.text(object.id().parent());
                  case "constraint_type" -> Cells.text(object.id().kind().name().replace('_', ' '));
                  case "is_deferrable" -> Cells.yesNo(deferral(object) != Deferral.NOT_DEFERRABLE);
                  case "initially_deferred" ->
                      Cells.yesNo(deferral(object) == Deferral.INITIALLY_DEFERRED);
                  case "constraint_catalog", "table_catalog", "enforced" -> Cells.unknown();
                  default -> Cells.none();
                });
  }

  static List<Row> referential(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        List.of(Kind.FOREIGN_KEY),
        object ->
            column ->
                switch (column) {
                  case "constraint_schema", "unique_constraint_schema" ->
                      Cells.text(object.id().schema());
                  case "constraint_name" -> Cells.text(object.id().name());
                  case "delete_rule" -> Cells.text(((ForeignKey) object).onDelete().sql());
                  case "update_rule" -> Cells.text(((ForeignKey) object).onUpdate().sql());
                  case "unique_constraint_name", "match_option" -> Cells.unknown();
                  default -> Cells.none();
                });
  }
}
