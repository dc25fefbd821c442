package dev.drift.engine;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.Introspection;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Server;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.model.ColumnNumbers;
import dev.drift.engine.render.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Looks at a database. */
final class Observing {
  private static final String UTC = "UTC";

  private Observing() {}

  /**
   * {@return what the database holds}
   *
   * @param greeted is told early in which session migrations would start there
   */
  static Observation of(Database database, Consumer<Session> greeted) {
    return switch (database) {
      case Database.Live live ->
          observed(
              introspect(
                  live.target(),
                  server ->
                      greeted.accept(
                          Session.fresh(server.major(), server.searchPath())
                              .with(roles(server.roles()))
                              .with(Now.ANY.in(server.timeZone())))));
      case Database.Kept kept -> observed(kept.snapshot());
      case Database.Nothing nothing ->
          new Observation(
              "",
              "",
              0,
              Session.SERVER_PATH,
              UTC,
              Roles.UNKNOWN,
              Replay.EMPTY_DATABASE,
              ColumnNumbers.UNKNOWN,
              Collections.emptySortedMap(),
              List.of());
    };
  }

  private static Introspection introspect(Target target, Consumer<Server> greeted) {
    try {
      return Catalog.introspect(target, IntrospectionOptions.defaults(), greeted);
    } catch (CatalogException e) {
      throw new DriftException(e);
    }
  }

  private static Observation observed(Introspection found) {
    return new Observation(
        found.server().database(),
        found.server().version(),
        found.server().major(),
        found.server().searchPath(),
        found.server().timeZone(),
        roles(found.server().roles()),
        found.model(),
        found.numbers(),
        found.notModelled(),
        found.unreadable());
  }

  private static Observation observed(Snapshot snapshot) {
    return new Observation(
        snapshot.database(),
        snapshot.server(),
        snapshot.major(),
        Session.SERVER_PATH,
        UTC,
        Roles.UNKNOWN,
        snapshot.model(),
        ColumnNumbers.UNKNOWN,
        Collections.emptySortedMap(),
        List.of());
  }

  private static Roles roles(Server.Roles roles) {
    var known = new TreeMap<String, Boolean>();
    roles.all().forEach(role -> known.put(role, roles.superusers().contains(role)));
    return new Roles(roles.owner(), roles.ownerOfPublic(), known);
  }
}
