package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan may do.
 *
 * @param allowDestructive whether data and unexpected objects may be removed
 * @param serverMajor the server's major version, 12 to 18
 * @param backfills {@code table.column} or {@code schema.table.column} to the SQL expression that
 *     fills its nulls
 * @param firstDefaults new columns to the default that they come with and lose again, so that it is
 *     in the rows that are there
 * @param cures checks to the UPDATEs that make the rows fit them which are there
 */
public record PlanOptions(
    boolean allowDestructive,
    int serverMajor,
    SortedMap<String, String> backfills,
    SortedMap<ObjectId, String> firstDefaults,
    SortedMap<ObjectId, List<Cure>> cures) {
  public PlanOptions {
    cures = Collections.unmodifiableSortedMap(new TreeMap<>(cures));
    backfills = Collections.unmodifiableSortedMap(new TreeMap<>(backfills));
    firstDefaults = Collections.unmodifiableSortedMap(new TreeMap<>(firstDefaults));
  }

  /** Options without anything from the migrations. */
  public PlanOptions(
      boolean allowDestructive, int serverMajor, SortedMap<String, String> backfills) {
    this(allowDestructive, serverMajor, backfills, new TreeMap<>(), new TreeMap<>());
  }

  /** {@return options that refuse whatever is destructive} */
  public static PlanOptions careful(int serverMajor) {
    return new PlanOptions(false, serverMajor, new TreeMap<>());
  }

  /** {@return options that let everything be done} */
  public static PlanOptions destructive(int serverMajor) {
    return new PlanOptions(true, serverMajor, new TreeMap<>());
  }
}
