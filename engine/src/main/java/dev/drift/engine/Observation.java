package dev.drift.engine;

import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.diff.Fingerprint;
import dev.drift.engine.model.ColumnNumbers;
import dev.drift.engine.model.SchemaModel;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is.
 *
 * @param database its name
 * @param server the server's version, {@code 17.6}
 * @param major the server's major version
 * @param searchPath the search path that sessions start with
 * @param timeZone the time zone of those sessions
 * @param roles what is known of the server's roles
 * @param numbers the numbers of the model's columns
 * @param notModelled objects of kinds that are not compared, by kind label
 * @param unreadable what the role may not read, a sentence each
 */
public record Observation(
    String database,
    String server,
    int major,
    List<String> searchPath,
    String timeZone,
    Roles roles,
    SchemaModel model,
    ColumnNumbers numbers,
    SortedMap<String, Integer> notModelled,
    List<String> unreadable) {
  public Observation {
    searchPath = List.copyOf(searchPath);
    notModelled = Collections.unmodifiableSortedMap(new TreeMap<>(notModelled));
    unreadable = List.copyOf(unreadable);
  }

  /** {@return what identifies the schema; counted at each call, since few reports show it} */
  public String fingerprint() {
    return major == 0 ? "" : Fingerprint.of(model);
  }
}
