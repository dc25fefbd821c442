package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables: made with their columns and the constraints that need nothing else. */
final class TableRule implements Rule<Table> {
  @Override
  public List<Action> create(Table table, Scene scene) {
    var actions = new ArrayList<Action>();
    List<Column> columns = columns(table, scene);
    var statements = new ArrayList<String>();
    statements.add(createTable(table, columns, scene));
    statements.addAll(afterwards(table, columns, scene));
    actions.add(
        Action.of(Verb.CREATE, table.id(), "create " + table.id(), Sql.statements(statements))
            .resolvingNames()
            .guarded(
                Guard.when("NOT (" + Shape.relationExists(table.id()) + ")")
                    .orElse(hasColumns(table, columns))));
    if (!table.replicaIdentity().equals("default")) {
      actions.add(TableSettings.replicaIdentity(table, "default"));
    }
    if (table.clusterOn().isPresent()) {
      actions.add(TableSettings.clusterOn(table, Optional.empty()));
    }
    return actions;
  }

  @Override
  public List<Action> drop(Table table, Scene scene) {
    return List.of(
        table.foreign().isPresent()
            ? dropping(table, "DROP FOREIGN TABLE ").when(Shape.relationIs(table.id(), "f"))
            : dropping(table, "DROP TABLE ")
                .hazard(Hazard.DELETES_DATA)
                .when(Shape.relationIs(table.id(), "rp")));
  }

  private static Action dropping(Table table, String drop) {
    return Action.of(Verb.DROP, table.id(), "drop " + table.id(), drop + Sql.name(table.id()))
        .locking(Lock.ACCESS_EXCLUSIVE);
  }

  @Override
  public Change change(Table before, Table after, Set<String> attributes, Scene scene) {
    if (attributes.contains("foreign") && !server(before).equals(server(after))) {
      return new Change.Rebuild(serverIs(before), false);
    }
    return attributes.contains("partitionKey")
        ? new Change.Rebuild(partitionKeyIs(before), true)
        : new Change.InPlace(TableSettings.change(before, after, attributes, scene));
  }

  private static String server(Table table) {
    return table.foreign().map(Table.Foreign::server).orElse("");
  }

  private static String serverIs(Table table) {
    return "EXISTS (SELECT FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver"
        + " WHERE f.ftrelid = "
        + Shape.relation(table.id().schema(), table.id().name())
        + " AND s.srvname = "
        + literal(server(table))
        + ")";
  }

  /** {@return the columns of {@code table} in their order} */
  static List<Column> columns(Table table, Scene scene) {
    return scene.target().columnsOf(table.id());
  }

  private static String createTable(Table table, List<Column> columns, Scene scene) {
    String create =
        table.foreign().isPresent()
            ? "CREATE FOREIGN TABLE "
            : table.unlogged() ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
    var sql = new StringBuilder(create);
    sql.append(Sql.name(table.id()));
    Stream<String> own =
        columns.stream()
            .filter(column -> !column.inherited() && table.ofType().isEmpty())
            .map(ColumnText::definition);
    Stream<String> notNulls =
        columns.stream()
            .filter(Column::inherited)
            .flatMap(
                column -> NotNullText.ofInherited(column, Heirs.origins(column, scene)).stream());
    String elements =
        Stream.of(own, notNulls, InlineConstraints.of(table, scene).stream())
            .flatMap(Function.identity())
            .map(element -> "\n  " + element)
            .collect(Collectors.joining(","));
    boolean bare =
        elements.isEmpty() && (table.partitionOf().isPresent() || table.ofType().isPresent());
    table.ofType().ifPresent(type -> sql.append(" OF ").append(Types.sql(type)));
    table
        .partitionOf()
        .ifPresent(partition -> sql.append(" PARTITION OF ").append(Sql.name(partition.parent())));
    if (!bare) {
      sql.append(" (").append(elements).append(elements.isEmpty() ? ")" : "\n)");
    }
    table.partitionOf().ifPresent(partition -> sql.append(' ').append(partition.bound()));
    if (!table.inherits().isEmpty()) {
      sql.append(" INHERITS (")
          .append(table.inherits().stream().map(Sql::name).collect(Collectors.joining(", ")))
          .append(')');
    }
    table
        .foreign()
        .ifPresent(
            foreign ->
                sql.append(" SERVER ")
                    .append(quote(foreign.server()))
                    .append(ForeignOptionText.clause(foreign.options())));
    table.partitionKey().ifPresent(key -> sql.append(" PARTITION BY ").append(key));
    table.accessMethod().ifPresent(method -> sql.append(" USING ").append(quote(method)));
    sql.append(Sql.with(table.options()));
    table.tablespace().ifPresent(name -> sql.append(" TABLESPACE ").append(quote(name)));
    return sql.toString();
  }

  /** What CREATE TABLE cannot say: inherited columns' own ways, column settings, row security. */
  private static List<String> afterwards(Table table, List<Column> columns, Scene scene) {
    var clauses = new ArrayList<String>();
    for (Column column : columns) {
      clauses.addAll(ColumnText.settings(column));
      if (NotNullText.isNotValid(column)
          && Heirs.origins(column, scene).stream().noneMatch(Column::notNullBelow)) {
        clauses.add("ADD " + NotNullText.element(column) + " NOT VALID");
      }
    }
    if (table.rowSecurity()) {
      clauses.add("ENABLE ROW LEVEL SECURITY");
    }
    if (table.forceRowSecurity()) {
      clauses.add("FORCE ROW LEVEL SECURITY");
    }
    var statements = new ArrayList<String>();
    for (Column column : columns) {
      if (column.inherited() || table.ofType().isPresent()) {
        statements.addAll(overrides(table, column, scene));
      }
    }
    if (!clauses.isEmpty()) {
      statements.add(
          "ALTER TABLE " + Sql.name(table.id()) + "\n  " + String.join(",\n  ", clauses));
    }
    return statements;
  }

  private static List<String> overrides(Table table, Column column, Scene scene) {
    List<Column> origins = Heirs.origins(column, scene);
    var statements = new ArrayList<String>();
    String alter =
        "ALTER TABLE ONLY "
            + Sql.name(table.id())
            + " ALTER COLUMN "
            + quote(column.id().name())
            + " ";
    boolean sameDefault =
        origins.stream().anyMatch(origin -> origin.defaultValue().equals(column.defaultValue()))
            || origins.isEmpty() && column.defaultValue().isEmpty();
    if (!sameDefault && column.generated().isEmpty()) {
      statements.add(
          alter
              + column.defaultValue().map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"));
    }
    if (column.notNull()
        && NotNullText.ofInherited(column, origins).isEmpty()
        && !NotNullText.isNotValid(column)
        && origins.stream().noneMatch(Column::notNullBelow)) {
      statements.add(alter + "SET NOT NULL");
    }
    if (column.compression().isEmpty()
        && origins.stream().anyMatch(origin -> origin.compression().isPresent())) {
      statements.add(alter + "SET COMPRESSION default");
    }
    return statements;
  }

  private static String hasColumns(Table table, List<Column> columns) {
    List<Column> typed =
        columns.stream()
            .filter(
                column ->
                    !column.type().schema().isEmpty()
                        && !Types.hasOwnModifier(column.type())
                        && !Types.sql(column.type()).contains("\""))
            .toList();
    String kind = table.partitionKey().isPresent() ? "p" : table.foreign().isPresent() ? "f" : "r";
    if (typed.isEmpty()) {
      return Shape.relationIs(table.id(), kind);
    }
    String list =
        typed.stream()
            .map(
                column ->
                    "\n     ("
                        + literal(column.id().name())
                        + ", "
                        + literal(Types.sql(column.type()))
                        + ")")
            .collect(Collectors.joining(","));
    return Shape.relationIs(table.id(), kind)
        + "\n   AND (SELECT count(*) FROM pg_attribute WHERE attrelid = "
        + Shape.relation(table.id().schema(), table.id().name())
        + " AND NOT attisdropped\n   AND (attname, format_type(atttypid, atttypmod)) IN ("
        + list
        + ")) = "
        + typed.size();
  }

  private static String partitionKeyIs(Table table) {
    String key =
        "pg_get_partkeydef(" + Shape.relation(table.id().schema(), table.id().name()) + ")";
    return Shape.relationExists(table.id())
        + "\n   AND "
        + Shape.textIs(key, table.partitionKey().map(expression -> expression.sql()));
  }

  /** {@return whether {@code object} is written inside its table's CREATE TABLE} */
  static boolean isInline(SchemaObject object, Scene scene) {
    return object.id().kind() == Kind.COLUMN || InlineConstraints.isInline(object, scene);
  }
}
