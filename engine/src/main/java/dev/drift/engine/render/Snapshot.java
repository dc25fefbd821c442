package dev.drift.engine.render;

import dev.drift.engine.catalog.History;
import dev.drift.engine.model.SchemaModel;
import java.util.List;

/**
 * A schema kept in a file, usable wherever a database is.
 *
 * @param database the database it was taken from
 * @param server the server's version, {@code 17.6}
 * @param major the server's major version
 * @param histories what the migration tools had recorded there
 */
public record Snapshot(
    String database, String server, int major, SchemaModel model, List<History> histories) {
  public Snapshot {
    histories = List.copyOf(histories);
  }

  /** A schema that no tool has recorded anything of. */
  public Snapshot(String database, String server, int major, SchemaModel model) {
    this(database, server, major, model, List.of());
  }
}
