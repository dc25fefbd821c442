/**
 * What tests of every module stand on: a PostgreSQL server, chosen by {@code
 * -Ddrift.test.postgres}.
 */
@NullMarked
package dev.drift.engine.testing;

import org.jspecify.annotations.NullMarked;
