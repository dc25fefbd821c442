package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that a function in FROM yields (parse_relation.c, addRangeTableEntryForFunction). */
final class FunctionColumns {
  /** Built-in functions with OUT parameters. */
  private static final Map<String, List<String>> NAMED =
      Map.ofEntries(
          Map.entry("json_array_elements", List.of("value")),
          Map.entry("jsonb_array_elements", List.of("value")),
          Map.entry("json_array_elements_text", List.of("value")),
          Map.entry("jsonb_array_elements_text", List.of("value")),
          Map.entry("json_each", List.of("key", "value")),
          Map.entry("jsonb_each", List.of("key", "value")),
          Map.entry("json_each_text", List.of("key", "value")),
          Map.entry("jsonb_each_text", List.of("key", "value")),
          Map.entry("aclexplode", List.of("grantor", "grantee", "privilege_type", "is_grantable")),
          Map.entry("ts_stat", List.of("word", "ndoc", "nentry")),
          Map.entry("pg_options_to_table", List.of("option_name", "option_value")));

  /** Built-in functions that yield one column called as the function or its alias. */
  private static final Set<String> SCALAR =
      Set.of(
          "generate_series",
          "unnest",
          "regexp_split_to_table",
          "regexp_matches",
          "string_to_table",
          "json_object_keys",
          "jsonb_object_keys",
          "generate_subscripts",
          "jsonb_path_query",
          "now",
          "current_date",
          "current_setting",
          "coalesce",
          "string_to_array",
          "array_agg",
          "date_trunc",
          "to_tsquery",
          "plainto_tsquery",
          "websearch_to_tsquery",
          "phraseto_tsquery",
          "to_tsvector",
          "random",
          "lower",
          "upper",
          "pg_ls_dir",
          "greatest",
          "least");

  private final Scope scope;

  FunctionColumns(Scope scope) {
    this.scope = scope;
  }

  /** {@return what {@code call} yields when called {@code alias}; empty if not known} */
  Optional<List<Visible>> of(Node.Scalar call, String alias) {
    if (call instanceof Node.ValueFunction value) {
      return Optional.of(List.of(scalar(alias.isEmpty() ? value.word() : alias)));
    }
    if (!(call instanceof Node.Call plain)) {
      return Optional.empty();
    }
    String name = plain.function().name();
    Optional<List<Visible>> own = routine(plain, alias.isEmpty() ? name : alias);
    if (own.isPresent()) {
      return own;
    }
    boolean builtin =
        plain.function().schema().isEmpty() || plain.function().schema().equals("pg_catalog");
    if (builtin && NAMED.containsKey(name)) {
      return Optional.of(NAMED.get(name).stream().map(FunctionColumns::scalar).toList());
    }
    if (!builtin || !SCALAR.contains(name)) {
      return Optional.empty();
    }
    return name.equals("unnest") && plain.args().size() > 1
        ? Optional.of(plain.args().stream().map(arg -> scalar("unnest")).toList())
        : Optional.of(List.of(scalar(alias.isEmpty() ? name : alias)));
  }

  private static Visible scalar(String name) {
    return RelationLookup.column(name, Optional.empty());
  }

  private Optional<List<Visible>> routine(Node.Call call, String alias) {
    List<String> path =
        call.function().schema().isEmpty()
            ? List.of(call.function().name())
            : List.of(call.function().schema(), call.function().name());
    for (ObjectId id : Names.routines(path, call.args().size(), scope)) {
      Optional<Routine> routine = scope.objects().find(id, Routine.class);
      if (routine.isPresent()) {
        return columns(routine.get(), alias);
      }
    }
    return Optional.empty();
  }

  private Optional<List<Visible>> columns(Routine routine, String alias) {
    List<Visible> out =
        routine.parameters().stream()
            .filter(parameter -> isOutput(parameter.mode()))
            .map(
                parameter -> RelationLookup.column(parameter.name(), Optional.of(parameter.type())))
            .toList();
    if (!out.isEmpty()) {
      return out.stream().anyMatch(column -> column.name().isEmpty())
          ? Optional.empty()
          : Optional.of(out);
    }
    return routine.returns().flatMap(type -> ofType(type, alias));
  }

  private static boolean isOutput(Routine.Mode mode) {
    return switch (mode) {
      case OUT, INOUT, TABLE -> true;
      case IN, VARIADIC -> false;
    };
  }

  private Optional<List<Visible>> ofType(TypeName type, String alias) {
    if (type.isBuiltin("record")) {
      return Optional.empty();
    }
    Optional<ObjectId> relation =
        type.array() || type.schema().equals("pg_catalog")
            ? Optional.empty()
            : Names.type(type.schema(), type.name(), scope.objects());
    if (relation.isEmpty()) {
      return Optional.of(List.of(RelationLookup.column(alias, Optional.of(type))));
    }
    return switch (scope.objects().find(relation.get()).orElse(null)) {
      case dev.drift.engine.model.CompositeType composite ->
          Optional.of(
              composite.fields().stream()
                  .map(field -> RelationLookup.column(field.name(), Optional.of(field.type())))
                  .toList());
      case dev.drift.engine.model.Table table ->
          RelationLookup.columns(table.id(), scope.objects());
      case dev.drift.engine.model.View view -> RelationLookup.columns(view.id(), scope.objects());
      case dev.drift.engine.model.MaterializedView view ->
          RelationLookup.columns(view.id(), scope.objects());
      case null, default -> Optional.of(List.of(RelationLookup.column(alias, Optional.of(type))));
    };
  }
}
