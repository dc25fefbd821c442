package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Sorted;
import dev.drift.engine.model.Table;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tables may hold rows. On the database that the migrations alone have built, a table holds
 * what they put there, and so most hold nothing.
 *
 * @param filled the tables into which a statement may have put rows
 * @param texts of those whose rows hold constants alone, every text that they hold
 * @param unbounded whether any table may hold rows
 */
public record Contents(
    SortedSet<ObjectId> filled, SortedMap<ObjectId, SortedSet<String>> texts, boolean unbounded) {
  /** Nothing is in any table. */
  public static final Contents NONE =
      new Contents(Collections.emptySortedSet(), Collections.emptySortedMap(), false);

  /** Any table may hold anything. */
  public static final Contents ANY =
      new Contents(Collections.emptySortedSet(), Collections.emptySortedMap(), true);

  public Contents {
    filled = Sorted.copyOf(filled);
    texts = Sorted.copyOf(texts);
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

  /** {@return whether the text is certainly in no row of the table, its partitions and heirs} */
  public boolean lacks(ObjectId table, String text, Objects objects) {
    return !unbounded
        && texts.containsKey(table)
        && !texts.getOrDefault(table, Collections.emptySortedSet()).contains(text)
        && !objects.heirsOf(table).iterator().hasNext();
  }

  /** {@return this, with rows in these tables} */
  public Contents with(SortedSet<ObjectId> tables) {
    return with(tables, Collections.emptySortedMap());
  }

  /**
   * {@return this, with rows in these tables}
   *
   * @param held of those that are filled with constants alone, the texts among them
   */
  public Contents with(SortedSet<ObjectId> tables, SortedMap<ObjectId, SortedSet<String>> held) {
    if (unbounded || tables.isEmpty()) {
      return this;
    }
    var all = new TreeSet<>(filled);
    var known = new TreeMap<>(texts);
    for (ObjectId table : tables) {
      SortedSet<String> more = held.get(table);
      if (all.add(table) && more != null) {
        known.put(table, more);
      } else if (more == null) {
        known.remove(table);
      } else {
        known.computeIfPresent(table, (id, before) -> union(before, more));
      }
    }
    return new Contents(all, known, false);
  }

  /** {@return this, with whatever texts in these tables, if they hold rows} */
  public Contents withAnyTexts(SortedSet<ObjectId> tables) {
    if (tables.stream().noneMatch(texts::containsKey)) {
      return this;
    }
    var known = new TreeMap<>(texts);
    known.keySet().removeAll(tables);
    return new Contents(filled, known, unbounded);
  }

  private static SortedSet<String> union(SortedSet<String> before, SortedSet<String> more) {
    var union = new TreeSet<>(before);
    union.addAll(more);
    return union;
  }
}
