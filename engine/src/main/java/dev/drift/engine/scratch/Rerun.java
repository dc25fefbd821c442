package dev.drift.engine.scratch;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.source.Migration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Migrations as a throwaway server ran them, statement by statement; one that is refused has no
 * effects, and the next one is run.
 *
 * @param server the server's version, {@code 17.6}
 * @param major its major version
 * @param refusals why a statement was refused, by its place
 * @param model the schema that came of it
 */
public record Rerun(
    String server, int major, SortedMap<Place, Refusal> refusals, SchemaModel model) {
  public Rerun {
    refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
  }

  /** A statement: the zero-based index of its migration, and its own within that. */
  public record Place(int migration, int statement) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return migration == other.migration
          ? Integer.compare(statement, other.statement)
          : Integer.compare(migration, other.migration);
    }
  }

  /**
   * Why a statement has no effects.
   *
   * @param message what the server says
   * @param ofSurroundings whether another server might not refuse it: it wants an extension that is
   *     not there, rows that are not there, or is for a whole server and was not run
   */
  public record Refusal(String message, boolean ofSurroundings) {}

  /**
   * {@return what came of running the migrations, from an empty database}
   *
   * @param searchPath the search path of sessions on the live database
   * @param given extensions that are there before the first migration, and count for nothing
   */
  public static Rerun of(
      ScratchHost host,
      List<Migration> migrations,
      List<String> searchPath,
      List<Extension> given) {
    Target database = host.create(searchPath);
    var running = new Running(host, database);
    Set<ObjectId> surroundings = running.give(given);
    SortedMap<Place, Refusal> refusals = running.run(migrations);
    SchemaModel model = Catalog.introspect(database, IntrospectionOptions.defaults()).model();
    return new Rerun(host.version(), host.major(), refusals, without(surroundings, model));
  }

  private static SchemaModel without(Set<ObjectId> ids, SchemaModel model) {
    return SchemaModel.of(
        model.objects().stream()
            .filter(object -> object.id().name().equals("public") || !ids.contains(object.id()))
            .filter(
                object -> !(object instanceof Comment comment) || !ids.contains(comment.target()))
            .toList());
  }
}
