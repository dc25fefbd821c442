package dev.drift.engine.render;

import dev.drift.engine.model.SchemaModel;

/**
 * A schema kept in a file, usable wherever a database is.
 *
 * @param database the database it was taken from
 * @param server the server's version, {@code 17.6}
 * @param major the server's major version
 */
public record Snapshot(String database, String server, int major, SchemaModel model) {}
