package dev.drift.engine.catalog;

/**
 * The server that was read.
 *
 * @param database the database's name
 * @param version as the server says it, {@code 17.6}
 * @param major its major version, 17
 */
public record Server(String database, String version, int major) {}
