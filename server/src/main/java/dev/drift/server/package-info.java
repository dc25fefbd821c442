/**
 * The read-only HTTP API: one class per resource.
 *
 * <p>A check runs in the background on an interval; {@link dev.drift.server.Checks} keeps what it
 * came to, and every {@link dev.drift.server.Resource} is a function of that. What a check is comes
 * from outside, as a {@link dev.drift.server.CheckRunner}.
 */
@NullMarked
package dev.drift.server;

import org.jspecify.annotations.NullMarked;
