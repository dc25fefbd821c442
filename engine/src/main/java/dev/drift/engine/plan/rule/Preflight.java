package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for rows that forbid a step, before anything changes: stops the script with their number,
 * the first ten of them and the query that finds them all.
 */
public final class Preflight {
  private final Scene scene;

  /** Looks at the tables of {@code scene}. */
  public Preflight(Scene scene) {
    this.scene = scene;
  }

  /** {@return what could forbid adding {@code object} to a table that is there} */
  public Optional<Action> ofNew(SchemaObject object) {
    return switch (object) {
      case PrimaryKey key when !key.withoutOverlaps() ->
          Optional.of(duplicates(key.id(), quoted(key.columns()), Optional.empty(), false));
      case Unique unique when !unique.withoutOverlaps() ->
          Optional.of(
              duplicates(
                  unique.id(),
                  quoted(unique.columns()),
                  Optional.empty(),
                  unique.nullsNotDistinct()));
      case Index index when index.unique() ->
          Optional.of(
              duplicates(
                  index.id(),
                  index.keys().stream()
                      .map(
                          key ->
                              key.column() ? key.expression().sql() : "(" + key.expression() + ")")
                      .toList(),
                  index.predicate().map(new Rows(index.id(), scene)::sql),
                  index.nullsNotDistinct()));
      case Exclusion exclusion ->
          new Conflicts(exclusion, scene).question().map(ask -> conflicts(exclusion.id(), ask));
      case ForeignKey key when key.validated() && key.enforced() && !key.period() ->
          Optional.of(orphans(key));
      case Check check when check.validated() && check.enforced() -> Optional.of(breaking(check));
      case Column column ->
          new DomainPreflight(scene)
              .ofNew(column)
              .or(() -> column.notNull() ? filling(column) : Optional.empty());
      default -> Optional.empty();
    };
  }

  /** {@return what could forbid SET NOT NULL} */
  public Optional<Action> ofNotNull(Column column) {
    if (NotNullText.isNotValid(column)) {
      return Optional.empty();
    }
    return NotNull.value(column, scene).isPresent()
        ? filling(column)
        : Optional.of(nulls(column, scene));
  }

  private Optional<Action> filling(Column column) {
    return NotNull.asked(column, scene).flatMap(value -> Fill.trial(value, column, scene));
  }

  /** {@return looking for nulls in {@code column}} */
  static Action nulls(Column column, Scene scene) {
    return new Preflight(scene)
        .rows(
            column.id(),
            NotNull.isNullable(column, scene),
            "have null in " + column.id(),
            where(column.id(), quote(column.id().name()) + " IS NULL"));
  }

  /** {@return what could forbid another type} */
  public Optional<Action> ofType(Column before, Column after) {
    if (!Domains.isChecked(after.type(), scene.target())
        && !TypeChange.mayFail(
            Domains.base(before.type(), scene.actual()),
            Domains.base(after.type(), scene.target()))) {
      return Optional.empty();
    }
    return Misfits.condition(before, after, scene.target())
        .map(
            condition ->
                rows(
                    after.id(),
                    Shape.columnHas(before.id(), ColumnRule.hasType(before)),
                    "have a value in "
                        + after.id()
                        + " that does not fit "
                        + Types.sql(after.type()),
                    where(after.id(), condition)))
        .or(() -> Optional.of(Conversion.trial(before, after, scene)));
  }

  /** {@return what could forbid that an enum loses values} */
  public Optional<Action> ofEnum(Column column, EnumType before, EnumType after) {
    List<String> gone =
        before.values().stream().filter(value -> !after.values().contains(value)).toList();
    if (gone.isEmpty() || column.type().array()) {
      return Optional.empty();
    }
    return Optional.of(
        rows(
            column.id(),
            Shape.columnExists(column.id())
                + "\n   AND EXISTS (SELECT FROM pg_enum WHERE enumtypid = "
                + Shape.type(before.id())
                + " AND enumlabel = "
                + literal(gone.getFirst())
                + ")",
            "have a value in " + column.id() + " that " + after.id() + " does not have",
            where(column.id(), quote(column.id().name()) + "::text IN (" + literals(gone) + ")")));
  }

  private Action duplicates(
      ObjectId id, List<String> keys, Optional<String> predicate, boolean nullsToo) {
    String list = String.join(", ", keys);
    String from =
        " FROM " + new Rows(id, scene).from() + new Duplicates(keys, predicate, nullsToo).clauses();
    return look(
        id,
        absent(id),
        "values of (" + list + ") are there more than once in " + Sql.owner(id),
        "SELECT concat_ws(', ', " + list + ") AS drift_key" + from,
        "SELECT " + list + ", count(*)" + from);
  }

  private Action conflicts(ObjectId id, Conflicts.Question question) {
    return look(
        id,
        absent(id),
        "pairs of rows of "
            + Sql.owner(id)
            + " exclude each other by "
            + id.path()
            + " ("
            + question.columns()
            + ")",
        question.query(),
        question.findAll());
  }

  private Action orphans(ForeignKey key) {
    var pairs = new ArrayList<String>();
    var present = new ArrayList<String>();
    for (int i = 0; i < key.columns().size(); i++) {
      String column = "t." + quote(key.columns().get(i));
      pairs.add("r." + quote(key.referencedColumns().get(i)) + " = " + column);
      present.add(column + " IS NOT NULL");
    }
    String condition =
        String.join(" AND ", present)
            + " AND NOT EXISTS (SELECT FROM "
            + Sql.name(key.referenced())
            + " r WHERE "
            + String.join(" AND ", pairs)
            + ")";
    return rows(
        key.id(),
        absentConstraint(key.id()) + "\n   AND " + Shape.relationExists(key.referenced()),
        "point to no row of " + key.referenced(),
        where(key.id(), condition));
  }

  private Action breaking(Check check) {
    var rows = new Rows(check.id(), scene);
    return rows(
        check.id(),
        absentConstraint(check.id()),
        "break " + check.id(),
        rows.from()
            + " WHERE NOT ("
            + rows.sql(check.expression())
            + ")"
            + scene.options().cures().getOrDefault(check.id(), List.of()).stream()
                .map(cure -> " AND (" + rows.sql(new Expression(cure.where())) + ") IS NOT TRUE")
                .collect(Collectors.joining()));
  }

  /**
   * Rows of the table of {@code id}, read {@code source}: a FROM item {@code t} and a condition.
   */
  Action rows(ObjectId id, String when, String what, String source) {
    String from = " FROM " + source;
    List<String> key = new Rows(id, scene).key();
    String shown =
        key.isEmpty()
            ? "t.ctid::text"
            : "concat_ws(', ', "
                + key.stream().map(name -> "t." + quote(name)).collect(Collectors.joining(", "))
                + ")";
    String named = key.isEmpty() ? "ctid" : Sql.names(key);
    return look(
        id,
        when,
        "rows of " + Sql.owner(id) + " " + what + " (" + named + ")",
        "SELECT " + shown + " AS drift_key" + from,
        "SELECT *" + from);
  }

  private static Action look(ObjectId id, String when, String what, String query, String findAll) {
    String sql =
        """
        DECLARE
          drift_rows bigint;
          drift_keys text;
        BEGIN
          SELECT count(*), string_agg(f.drift_key, '; ') FILTER (WHERE f.place <= 10)
            INTO drift_rows, drift_keys
            FROM (SELECT q.drift_key, row_number() OVER () AS place
                    FROM (%s) q) f;
          IF drift_rows > 0 THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation',
              MESSAGE = drift_rows || %s || drift_keys || CASE WHEN drift_rows > 10 THEN '; …' ELSE '' END,
              HINT = %s;
          END IF;
        END\
        """
            .formatted(
                query,
                literal(" " + what + ": "),
                literal("Put them right and run the script again; this finds them all: " + findAll))
            .indent(4)
            .strip();
    return Action.of(Verb.LOOK, id, "look for rows that forbid " + id, sql)
        .in(Phase.PREFLIGHT)
        .alone()
        .resolvingNames()
        .locking(Lock.ACCESS_SHARE)
        .doing(Work.SCAN)
        .when(Shape.owner(id) + " IS NOT NULL\n   AND " + when);
  }

  static String where(ObjectId part, String condition) {
    return Sql.owner(part) + " t WHERE " + condition;
  }

  private static String absent(ObjectId id) {
    return switch (id.kind()) {
      case INDEX -> "NOT (" + Shape.relationExists(id) + ")";
      default -> absentConstraint(id);
    };
  }

  private static String absentConstraint(ObjectId id) {
    return "NOT " + Shape.constraintHas(id, "true");
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(name -> quote(name)).toList();
  }

  static String literals(List<String> values) {
    return values.stream().map(value -> literal(value)).collect(Collectors.joining(", "));
  }
}
