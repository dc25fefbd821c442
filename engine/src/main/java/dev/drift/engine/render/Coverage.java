package dev.drift.engine.render;

import dev.drift.engine.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check has looked at, and what it has not.
 *
 * @param compared objects compared, by kind label
 * @param notCompared objects in the database of kinds that are not compared, by kind label
 * @param unreadable what the database role may not read, a sentence each
 * @param problems statements that are rejected, opaque or not understood
 */
public record Coverage(
    SortedMap<String, Integer> compared,
    SortedMap<String, Integer> notCompared,
    List<String> unreadable,
    List<Problem> problems) {
  public Coverage {
    compared = Collections.unmodifiableSortedMap(new TreeMap<>(compared));
    notCompared = Collections.unmodifiableSortedMap(new TreeMap<>(notCompared));
    unreadable = List.copyOf(unreadable);
    problems = List.copyOf(problems);
  }

  /** {@return whether everything was read, understood and compared} */
  public boolean complete() {
    return !compared.isEmpty()
        && notCompared.isEmpty()
        && unreadable.isEmpty()
        && problems.stream().allMatch(problem -> problem.kind() == Problem.Kind.REJECTED);
  }

  /** {@return the statements with this kind of problem} */
  public List<Problem> problems(Problem.Kind kind) {
    return problems.stream().filter(problem -> problem.kind() == kind).toList();
  }
}
