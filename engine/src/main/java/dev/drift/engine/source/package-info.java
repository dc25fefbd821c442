/**
 * Files to migrations and statements: the tools' directory layouts, their order of execution, the
 * sections that run, checksums. The only room that reads migration files.
 */
@NullMarked
package dev.drift.engine.source;

import org.jspecify.annotations.NullMarked;
