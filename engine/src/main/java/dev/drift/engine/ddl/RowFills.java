package dev.drift.engine.ddl;

import dev.drift.engine.canon.EnumLabels;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.event.Fold;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Draft;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What migrations fill the rows with that are there when a column comes to forbid nulls: the
 * default that the column is added with, though it may be dropped later, or what an UPDATE sets it
 * to.
 */
public final class RowFills {
  private final Draft draft = new Draft(Replay.EMPTY_DATABASE);
  private final Map<ObjectId, String> defaults = new HashMap<>();
  private final Map<ObjectId, String> updates = new HashMap<>();

  private final RowCures cures = new RowCures();

  private RowFills() {}

  /**
   * Reads what was replayed.
   *
   * @param migrations those that were replayed
   */
  public static RowFills of(List<Migration> migrations, Replayed replayed) {
    var fills = new RowFills();
    for (Outcome outcome : replayed.outcomes()) {
      if (!(outcome.decision() instanceof Decision.Rejected)) {
        Statement statement =
            migrations.get(outcome.migration()).statements().get(outcome.statement());
        RowStatements.update(statement, new Context(fills.draft, outcome.session()))
            .ifPresent(
                updated -> {
                  fills.follow(updated);
                  fills.cures.follow(updated, statement.tokens());
                });
      }
      fills.follow(outcome.events());
    }
    return fills;
  }

  /**
   * {@return the defaults with which columns came that have none in the end, of those that {@code
   * actual} lacks}
   */
  public SortedMap<ObjectId, String> defaults(SchemaModel target, SchemaModel actual) {
    SortedMap<ObjectId, String> fills = usable(defaults, target, actual);
    fills.keySet().removeIf(id -> actual.contains(id) || updates.containsKey(id));
    return fills;
  }

  /** {@return what nulls are set to} */
  public SortedMap<ObjectId, String> updates(SchemaModel target, SchemaModel actual) {
    return usable(updates, target, actual);
  }

  /** {@return by check the UPDATEs that make rows fit it} */
  public SortedMap<ObjectId, List<RowCures.Cure>> cures(SchemaModel target, SchemaModel actual) {
    return cures.usable(target, actual);
  }

  private void follow(List<Recorded> events) {
    Set<ObjectId> tables =
        events.stream()
            .filter(recorded -> recorded.event() instanceof Created)
            .map(recorded -> recorded.event().subject())
            .filter(id -> id.kind() == Kind.TABLE)
            .collect(Collectors.toSet());
    for (Recorded recorded : events) {
      switch (recorded.event()) {
        case Created created when created.object() instanceof Column column -> {
          forget(column.id());
          boolean joins = !tables.contains(column.id().parentTable());
          column
              .defaultValue()
              .filter(value -> joins)
              .ifPresent(value -> defaults.put(column.id(), value.sql()));
        }
        case Created created when created.object() instanceof Check check -> cures.follow(check);
        case Altered altered
            when altered.before() instanceof Column before
                && altered.after() instanceof Column after
                && !before.type().equals(after.type()) ->
            forget(after.id());
        case Altered altered
            when altered.before() instanceof EnumType before
                && altered.after() instanceof EnumType after
                && before.values().size() == after.values().size() ->
            relabel(before, after);
        case Renamed renamed when renamed.after() instanceof Column column ->
            rename(renamed.before().id(), column.id());
        case Dropped dropped -> {
          forget(dropped.object().id());
          cures.forget(dropped.object().id());
        }
        case Created created -> {}
        case Altered altered -> {}
        case Renamed renamed -> {}
      }
      Fold.apply(draft, recorded.event());
    }
  }

  private void forget(ObjectId id) {
    defaults.remove(id);
    updates.remove(id);
  }

  /** A value of an enum that got another label is given by the new one. */
  private void relabel(EnumType before, EnumType after) {
    Surroundings around = Surroundings.of(draft);
    for (int i = 0; i < before.values().size(); i++) {
      String from = before.values().get(i);
      String to = after.values().get(i);
      if (!from.equals(to)) {
        EnumLabels labels = EnumLabels.of(before.id(), from, to, around);
        for (Map<ObjectId, String> fills : List.of(defaults, updates)) {
          fills.replaceAll(
              (column, value) ->
                  labels.in(draft.find(column).orElseThrow()).rename(new Expression(value)).sql());
        }
      }
    }
  }

  private void rename(ObjectId before, ObjectId after) {
    Optional<String> given = Optional.ofNullable(defaults.get(before));
    Optional<String> set = Optional.ofNullable(updates.get(before));
    forget(before);
    given.ifPresent(value -> defaults.put(after, value));
    set.ifPresent(value -> updates.put(after, value));
  }

  private void follow(RowChange.Updated updated) {
    updated
        .set()
        .forEach(
            (name, setting) -> {
              ObjectId column = ObjectId.column(updated.table(), name);
              if (draft.contains(column) && updated.where().isAllOrNulls(name)) {
                updates.put(column, setting.sql());
              }
            });
  }

  private static SortedMap<ObjectId, String> usable(
      Map<ObjectId, String> fills, SchemaModel target, SchemaModel actual) {
    var usable = new TreeMap<ObjectId, String>();
    fills.forEach(
        (id, value) -> {
          boolean waits =
              target
                  .find(id, Column.class)
                  .filter(column -> column.notNull() && column.defaultValue().isEmpty())
                  .isPresent();
          if (waits && isPlain(value, id, actual)) {
            usable.put(id, value);
          }
        });
    return usable;
  }

  /** {@return whether it can be worked out from a row as the table has it} */
  private static boolean isPlain(String value, ObjectId column, SchemaModel actual) {
    ObjectId table = column.parentTable();
    Set<String> names =
        actual.childrenOf(table).stream()
            .map(SchemaObject::id)
            .filter(id -> id.kind() == Kind.COLUMN)
            .map(ObjectId::name)
            .collect(Collectors.toSet());
    return RowValue.isPlain(Tokenizer.tokenize(value), table.name(), names, actual);
  }
}
