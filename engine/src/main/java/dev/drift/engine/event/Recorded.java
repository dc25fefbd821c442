package dev.drift.engine.event;

/** An event with its cause. */
public record Recorded(SchemaEvent event, Origin origin) {}
