package dev.drift.engine.render.tool;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The directory that migrations are written to.
 *
 * @param names of the files and directories in it
 * @param journal the text of Drizzle's {@code meta/_journal.json}, if there is one
 * @param now the time that new names are made of
 */
public record Directory(SortedSet<String> names, Optional<String> journal, Instant now) {
  public Directory {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }
}
