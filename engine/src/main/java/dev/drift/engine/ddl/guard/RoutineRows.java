package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Routines, triggers, policies. */
final class RoutineRows {
  private static final List<Kind> ROUTINES = List.of(Kind.FUNCTION, Kind.PROCEDURE);

  private RoutineRows() {}

  private static String bareName(ObjectId routine) {
    return routine.name().substring(0, routine.name().indexOf('('));
  }

  static List<Row> routines(Facts facts, Map<String, String> wanted) {
    List<Row> rows =
        RelationRows.rows(
            facts,
            ROUTINES,
            object ->
                column ->
                    switch (column) {
                      case "oid" -> Cells.oid(object.id());
                      case "proname" -> Cells.text(bareName(object.id()));
                      case "pronamespace" -> Cells.namespace(object.id().schema());
                      case "prokind" ->
                          Cells.text(object.id().kind() == Kind.PROCEDURE ? "p" : "f");
                      case "prosrc" -> Cells.text(((Routine) object).body());
                      case "pronargs" ->
                          Cells.number(
                              ((Routine) object)
                                  .parameters().stream().filter(p -> p.mode().isInput()).count());
                      case "prorettype",
                          "proargtypes",
                          "proowner",
                          "prolang",
                          "proargnames",
                          "proacl",
                          "proretset",
                          "provolatile" ->
                          Cells.unknown();
                      default -> Cells.none();
                    });
    rows.addAll(BuiltinRows.functions("proname", "pronamespace", wanted));
    return rows;
  }

  static List<Row> informationRoutines(Facts facts, Map<String, String> wanted) {
    List<Row> rows =
        RelationRows.rows(
            facts,
            ROUTINES,
            object ->
                column ->
                    switch (column) {
                      case "routine_schema", "specific_schema" -> Cells.text(object.id().schema());
                      case "routine_name" -> Cells.text(bareName(object.id()));
                      case "routine_type" ->
                          Cells.text(object.id().kind().name().toUpperCase(Locale.ROOT));
                      case "routine_definition" -> Cells.text(((Routine) object).body());
                      case "specific_name", "data_type", "routine_catalog" -> Cells.unknown();
                      default -> Cells.none();
                    });
    rows.addAll(BuiltinRows.functions("routine_name", "routine_schema", wanted));
    return rows;
  }

  static List<Row> triggers(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        List.of(Kind.TRIGGER),
        object ->
            column ->
                switch (column) {
                  case "oid" -> Cells.oid(object.id());
                  case "tgname" -> Cells.text(object.id().name());
                  case "tgrelid" -> Cells.oid(RelationRows.owner(object.id(), facts));
                  case "tgisinternal" -> Cells.bool(false);
                  case "tgenabled" -> Cells.text(enabled((Trigger) object));
                  case "tgfoid", "tgtype", "tgparentid", "tgconstraint" -> Cells.unknown();
                  default -> Cells.none();
                });
  }

  private static String enabled(Trigger trigger) {
    return switch (trigger.enabled()) {
      case ORIGIN -> "O";
      case DISABLED -> "D";
      case REPLICA -> "R";
      case ALWAYS -> "A";
    };
  }

  /** The view has one row an event. */
  static List<Row> informationTriggers(Facts facts, Map<String, String> wanted) {
    var rows = new ArrayList<Row>();
    for (SchemaObject object : facts.objects().ofKind(Kind.TRIGGER)) {
      Trigger trigger = (Trigger) object;
      for (String event : trigger.events()) {
        rows.add(
            column ->
                switch (column) {
                  case "trigger_schema", "event_object_schema" -> Cells.text(trigger.id().schema());
                  case "trigger_name" -> Cells.text(trigger.id().name());
                  case "event_object_table" -> Cells.text(trigger.id().parent());
                  case "event_manipulation" -> Cells.text(event.toUpperCase(Locale.ROOT));
                  case "action_timing" -> Cells.text(trigger.timing().toUpperCase(Locale.ROOT));
                  case "action_statement", "action_condition" -> Cells.unknown();
                  default -> Cells.none();
                });
      }
    }
    return rows;
  }

  static List<Row> policies(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        List.of(Kind.POLICY),
        object ->
            column ->
                switch (column) {
                  case "oid" -> Cells.oid(object.id());
                  case "polname" -> Cells.text(object.id().name());
                  case "polrelid" -> Cells.oid(RelationRows.owner(object.id(), facts));
                  case "polpermissive" -> Cells.bool(((Policy) object).permissive());
                  case "polcmd", "polroles", "polqual", "polwithcheck" -> Cells.unknown();
                  default -> Cells.none();
                });
  }

  static List<Row> policyView(Facts facts, Map<String, String> wanted) {
    return RelationRows.rows(
        facts,
        List.of(Kind.POLICY),
        object -> {
          Policy policy = (Policy) object;
          return column ->
              switch (column) {
                case "schemaname" -> Cells.text(policy.id().schema());
                case "tablename" -> Cells.text(policy.id().parent());
                case "policyname" -> Cells.text(policy.id().name());
                case "cmd" -> Cells.text(policy.command().toUpperCase(Locale.ROOT));
                case "permissive" -> Cells.text(policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE");
                case "roles" -> Cells.texts(policy.roles());
                case "qual" -> unknownOrNull(policy.using().isPresent());
                case "with_check" -> unknownOrNull(policy.check().isPresent());
                default -> Cells.none();
              };
        });
  }

  private static Optional<Value> unknownOrNull(boolean present) {
    return present ? Cells.unknown() : Optional.of(Value.NULL);
  }
}
