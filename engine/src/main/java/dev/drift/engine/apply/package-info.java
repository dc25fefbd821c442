/**
 * Running a plan on the database itself, step by step.
 *
 * <p>An {@link dev.drift.engine.apply.Order} is what is to be run; a {@link
 * dev.drift.engine.apply.Run} runs it, with one advisory lock, and tries a batch again that could
 * not have its locks; a {@link dev.drift.engine.apply.RunJournal} keeps what is done.
 */
@NullMarked
package dev.drift.engine.apply;

import org.jspecify.annotations.NullMarked;
