package dev.drift.engine.ddl;

import dev.drift.engine.event.Origin;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows that migrations insert with constant values, as later statements leave them. What a
 * later statement may have changed or deleted is not claimed.
 */
public final class ReferenceRows implements Onlooker {
  private static final Set<String> TEXTS = Set.of("text", "character varying", "bpchar", "name");

  private record Step(int outcome, RowChange change) {}

  private final List<Step> steps = new ArrayList<>();
  private final Set<Integer> undone = new HashSet<>();

  private ReferenceRows() {}

  /** {@return the rows that are to be there once {@code migrations} have run} */
  public static List<RowClaims.Claim> of(List<Migration> migrations, Session start) {
    var rows = new ReferenceRows();
    Replayed replayed = Replay.replay(migrations, start, rows);
    return RowClaims.of(rows.fold(replayed.outcomes()), replayed.model());
  }

  @Override
  public void sees(int outcome, Statement statement, Origin origin, Context context) {
    Objects objects = context.objects();
    Optional<RowChange> plain = RowStatements.read(statement, context, origin);
    if (plain.isEmpty()) {
      RowLosses.of(statement.tokens(), objects)
          .ifPresent(lost -> steps.add(new Step(outcome, lost)));
      return;
    }
    RowChange change = plain.get();
    switch (change) {
      case RowChange.Inserted inserted -> {
        if (!isRewrittenOnInsert(inserted.table(), objects)) {
          steps.add(new Step(outcome, inserted));
        }
        triggers(outcome, inserted.table(), objects);
      }
      case RowChange.Updated updated -> {
        steps.add(new Step(outcome, updated));
        triggers(outcome, updated.table(), objects);
      }
      case RowChange.Deleted deleted -> {
        steps.add(new Step(outcome, deleted));
        Set<ObjectId> followers = followers(deleted.table(), objects);
        if (!followers.isEmpty()) {
          steps.add(new Step(outcome, new RowChange.Lost(Optional.of(followers))));
        }
        triggers(outcome, deleted.table(), objects);
      }
      case RowChange.Lost lost -> steps.add(new Step(outcome, lost));
    }
  }

  @Override
  public void undone(int from, int to) {
    for (int i = from; i < to; i++) {
      undone.add(i);
    }
  }

  private void triggers(int outcome, ObjectId table, Objects objects) {
    RowLosses.ofTriggers(table, objects).ifPresent(lost -> steps.add(new Step(outcome, lost)));
  }

  /** A trigger or rule may put something else in the place of what is inserted. */
  private static boolean isRewrittenOnInsert(ObjectId table, Objects objects) {
    return objects.childrenOf(table).stream()
        .anyMatch(
            child ->
                child.id().kind() == Kind.RULE
                    || child instanceof Trigger trigger
                        && trigger.timing().equals("before")
                        && trigger.events().contains("insert"));
  }

  /** {@return the tables whose rows go or change with those of {@code table}} */
  private static Set<ObjectId> followers(ObjectId table, Objects objects) {
    var found = new TreeSet<ObjectId>();
    Deque<ObjectId> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      for (ForeignKey key : objects.foreignKeysTo(open.pop())) {
        ObjectId child = key.id().parentTable();
        if (found.add(child)) {
          open.add(child);
        }
      }
    }
    return found;
  }

  private RowTables fold(List<Outcome> outcomes) {
    var tables = new RowTables();
    int next = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      for (; next < steps.size() && steps.get(next).outcome() == i; next++) {
        if (!undone.contains(i) && !(outcomes.get(i).decision() instanceof Decision.Rejected)) {
          apply(steps.get(next).change(), tables);
        }
      }
      outcomes.get(i).events().forEach(event -> follow(event, tables));
    }
    return tables;
  }

  private static void apply(RowChange change, RowTables tables) {
    switch (change) {
      case RowChange.Inserted inserted -> tables.insert(inserted);
      case RowChange.Updated updated -> tables.update(updated);
      case RowChange.Deleted deleted -> tables.delete(deleted);
      case RowChange.Lost lost ->
          lost.tables().ifPresentOrElse(some -> some.forEach(tables::lose), tables::loseAll);
    }
  }

  /** Rows go with their table and its columns, under whatever name. */
  private static void follow(Recorded recorded, RowTables tables) {
    switch (recorded.event()) {
      case SchemaEvent.Created created -> {}
      case SchemaEvent.Dropped dropped -> {
        ObjectId id = dropped.object().id();
        if (id.kind() == Kind.TABLE) {
          tables.lose(id);
        } else if (id.kind() == Kind.COLUMN) {
          tables.dropColumn(id.parentTable(), id.name());
        }
      }
      case SchemaEvent.Renamed renamed -> {
        ObjectId from = renamed.before().id();
        ObjectId to = renamed.after().id();
        if (from.kind() == Kind.TABLE) {
          tables.rename(from, to);
        } else if (from.kind() == Kind.COLUMN
            && from.parent().equals(to.parent())
            && from.schema().equals(to.schema())) {
          ObjectId table = from.parentTable();
          tables.renameColumn(table, from.name(), to.name());
        }
      }
      case SchemaEvent.Altered altered -> {
        if (isConverted(altered.before(), altered.after())) {
          ObjectId id = altered.after().id();
          tables.lose(id.parentTable());
        }
      }
    }
  }

  private static boolean isConverted(SchemaObject before, SchemaObject after) {
    return before instanceof Column old
        && after instanceof Column now
        && !old.type().equals(now.type())
        && !(TEXTS.contains(old.type().name()) && TEXTS.contains(now.type().name()));
  }
}
