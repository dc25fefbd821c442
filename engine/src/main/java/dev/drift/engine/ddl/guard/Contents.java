package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Sorted;
import dev.drift.engine.model.Table;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which tables may hold rows. On the database that the migrations alone have built, a table holds
 * what they put there, and so most hold nothing.
 *
 * @param filled the tables into which a statement may have put rows
 * @param unbounded whether any table may hold rows
 */
public record Contents(SortedSet<ObjectId> filled, boolean unbounded) {
  /** Nothing is in any table. */
  public static final Contents NONE = new Contents(Collections.emptySortedSet(), false);

  /** Any table may hold anything. */
  public static final Contents ANY = new Contents(Collections.emptySortedSet(), true);

  public Contents {
    filled = Sorted.copyOf(filled);
  }

  /** {@return whether the table, its partitions and heirs certainly hold no rows} */
  public boolean isEmpty(ObjectId table, Objects objects) {
    if (unbounded || filled.contains(table)) {
      return false;
    }
    for (Table heir : objects.heirsOf(table)) {
      if (!isEmpty(heir.id(), objects)) {
        return false;
      }
    }
    return true;
  }

  /** {@return this, with rows in these tables} */
  public Contents with(SortedSet<ObjectId> tables) {
    if (unbounded || filled.containsAll(tables)) {
      return this;
    }
    var all = new TreeSet<>(filled);
    all.addAll(tables);
    return new Contents(all, false);
  }
}
