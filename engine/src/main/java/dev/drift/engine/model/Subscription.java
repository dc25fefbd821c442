package dev.drift.engine.model;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A subscription.
 *
 * @param connection how the publisher is reached; only a superuser may read it, so it is not
 *     compared
 * @param publications what it subscribes to there
 * @param options those of WITH that are not as they are without it
 */
public record Subscription(
    ObjectId id,
    String connection,
    SortedSet<String> publications,
    SortedMap<String, String> options)
    implements SchemaObject {
  public Subscription {
    publications = Sorted.copyOf(publications);
    options = Sorted.copyOf(options);
  }
}
