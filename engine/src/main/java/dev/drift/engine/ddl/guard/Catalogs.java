package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The system catalogs and information schema views that the model can answer for. */
final class Catalogs {
  /** Makes a catalog's rows; those that the wanted values exclude may be missing. */
  interface Catalog {
    List<Row> rows(Facts facts, Map<String, String> wanted);
  }

  private static final Set<String> ROLES = Set.of("pg_roles", "pg_user", "pg_authid");
  private static final Map<String, Catalog> SYSTEM = new HashMap<>();
  private static final Map<String, Catalog> INFORMATION = new HashMap<>();

  static {
    SYSTEM.put("pg_namespace", NamespaceRows::namespaces);
    SYSTEM.put("pg_extension", NamespaceRows::extensions);
    SYSTEM.put("pg_class", RelationRows::classes);
    SYSTEM.put("pg_tables", RelationRows::tables);
    SYSTEM.put("pg_views", RelationRows::views);
    SYSTEM.put("pg_matviews", RelationRows::materializedViews);
    SYSTEM.put("pg_sequences", RelationRows::sequences);
    SYSTEM.put("pg_indexes", RelationRows::indexes);
    SYSTEM.put("pg_index", RelationRows::indexCatalog);
    SYSTEM.put("pg_inherits", RelationRows::inheritance);
    SYSTEM.put("pg_attribute", ColumnRows::attributes);
    SYSTEM.put("pg_type", TypeRows::types);
    SYSTEM.put("pg_enum", TypeRows::labels);
    SYSTEM.put("pg_constraint", ConstraintRows::constraints);
    SYSTEM.put("pg_proc", RoutineRows::routines);
    SYSTEM.put("pg_trigger", RoutineRows::triggers);
    SYSTEM.put("pg_policy", RoutineRows::policies);
    SYSTEM.put("pg_policies", RoutineRows::policyView);
    for (String name : ROLES) {
      SYSTEM.put(name, RoleRows::roles);
    }
    INFORMATION.put("schemata", NamespaceRows::schemata);
    INFORMATION.put("tables", RelationRows::informationTables);
    INFORMATION.put("views", RelationRows::informationViews);
    INFORMATION.put("sequences", RelationRows::informationSequences);
    INFORMATION.put("columns", ColumnRows::columns);
    INFORMATION.put("table_constraints", ConstraintRows::tableConstraints);
    INFORMATION.put("referential_constraints", ConstraintRows::referential);
    INFORMATION.put("key_column_usage", ConstraintUsageRows::keyColumns);
    INFORMATION.put("constraint_column_usage", ConstraintUsageRows::usedColumns);
    INFORMATION.put("routines", RoutineRows::informationRoutines);
    INFORMATION.put("triggers", RoutineRows::informationTriggers);
    INFORMATION.put("domains", TypeRows::domains);
  }

  private Catalogs() {}

  /** {@return the rows of a catalog; empty if the table is none of these, or they are unknown} */
  static Optional<List<Row>> rows(Source.Table table, Map<String, String> wanted, Facts facts) {
    if (ROLES.contains(table.name()) && !facts.roles().areKnown()) {
      return Optional.empty();
    }
    boolean system = table.schema().isEmpty() || table.schema().equals("pg_catalog");
    if (system && table.name().equals("pg_settings")) {
      return SettingRows.settings(facts, wanted);
    }
    Map<String, Catalog> catalogs =
        switch (table.schema()) {
          case "information_schema" -> INFORMATION;
          case "", "pg_catalog" -> SYSTEM;
          default -> Map.of();
        };
    return Optional.ofNullable(catalogs.get(table.name()))
        .map(catalog -> catalog.rows(facts, wanted));
  }
}
