package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;

/**
 * What is not done although it is a difference.
 *
 * @param what would have to be done, in words: {@code drop table public.legacy}
 * @param reason why it is not, and what to do
 * @param sql the statements it would take; empty if there are none
 */
public record Refusal(ObjectId subject, String what, String reason, String sql) {}
