package dev.drift.engine;

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
 * @param fingerprint identifies the schema
 * @param notModelled objects of kinds that are not compared, by kind label
 * @param unreadable what the role may not read, a sentence each
 */
public record Observation(
    String database,
    String server,
    int major,
    List<String> searchPath,
    String fingerprint,
    SchemaModel model,
    SortedMap<String, Integer> notModelled,
    List<String> unreadable) {
  public Observation {
    searchPath = List.copyOf(searchPath);
    notModelled = Collections.unmodifiableSortedMap(new TreeMap<>(notModelled));
    unreadable = List.copyOf(unreadable);
  }
}
