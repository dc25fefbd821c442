/**
 * A throwaway PostgreSQL, from binaries on the class path: nothing has to be installed.
 *
 * <p>{@link dev.drift.engine.scratch.ScratchServer} is a server process of its own, with a data
 * directory that is deleted with it.
 */
@NullMarked
package dev.drift.engine.scratch;

import org.jspecify.annotations.NullMarked;
