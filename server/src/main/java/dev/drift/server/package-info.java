/** The read-only HTTP API: one handler per resource. */
@NullMarked
package dev.drift.server;

import org.jspecify.annotations.NullMarked;
