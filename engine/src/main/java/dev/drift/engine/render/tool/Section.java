package dev.drift.engine.render.tool;

import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The steps of one migration.
 *
 * @param transactional whether they run in a transaction; else each statement by itself
 */
record Section(boolean transactional, List<Part> parts) {
  Section {
    parts = List.copyOf(parts);
  }

  /** A block that commits as it goes. */
  private static final Pattern COMMIT = Pattern.compile("(?m)^ *COMMIT;\\R");

  /** A step, with its statements as they run there, without semicolons. */
  record Part(Step step, List<String> statements) {
    Part {
      statements = List.copyOf(statements);
    }
  }

  /** What a tool can run outside a transaction. */
  enum Outside {
    /** Nothing. */
    NOTHING,
    /** A migration of one statement; several would be one transaction to the server. */
    ONE_STATEMENT,
    /** A migration of many statements, each sent by itself. */
    STATEMENTS
  }

  /** {@return the plan's steps, in as few migrations as the tool's rules allow} */
  static List<Section> of(Plan plan, Outside outside) {
    return new Cutting(outside).cut(plan.steps());
  }

  /** Goes through the steps once. */
  private static final class Cutting {
    private final Outside outside;
    private final List<Section> sections = new ArrayList<>();
    private final List<Part> within = new ArrayList<>();
    private final List<Part> alone = new ArrayList<>();

    Cutting(Outside outside) {
      this.outside = outside;
    }

    List<Section> cut(List<Step> steps) {
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        boolean isLeftover = i + 1 < steps.size() && isLeftover(step, steps.get(i + 1));
        if (step.transactional() || outside == Outside.NOTHING || isBlock(step) && !isLeftover) {
          finishAlone();
          if (!within.isEmpty() && !joins(within.getLast().step().phase(), step.phase())) {
            finishWithin();
          }
          within.add(within(step));
        } else if (isLeftover && outside == Outside.ONE_STATEMENT) {
          within.add(part(step));
        } else {
          alone.add(new Part(step, List.of(single(step))));
        }
      }
      finishWithin();
      finishAlone();
      return sections;
    }

    /** Before an index is built, what is left of a build that was cut off is dropped. */
    private static boolean isLeftover(Step step, Step next) {
      return !next.transactional()
          && step.subject().equals(next.subject())
          && step.statements().size() == 1;
    }

    /**
     * A value cannot be used by the transaction that adds it, and rows are not to be checked while
     * the locks of the structure's changes are held.
     */
    private boolean joins(Phase before, Phase phase) {
      if (outside == Outside.NOTHING) {
        return before != Phase.VALUES || phase == Phase.VALUES;
      }
      return group(before).equals(group(phase));
    }

    private static String group(Phase phase) {
      return switch (phase) {
        case RENAME, PREFLIGHT, STRUCTURE -> "structure";
        case VALIDATE, TIGHTEN, CLEANUP, COMPLETE, MOVED -> "completion";
        case VALUES, MEND, INDEXES, CONSTRAINTS, ROWS, BACKFILL -> phase.name();
      };
    }

    private void finishWithin() {
      if (!within.isEmpty()) {
        sections.add(new Section(true, within));
        within.clear();
      }
    }

    private void finishAlone() {
      if (alone.isEmpty()) {
        return;
      }
      finishWithin();
      if (outside == Outside.STATEMENTS) {
        sections.add(new Section(false, alone));
      } else {
        alone.forEach(part -> sections.add(new Section(false, List.of(part))));
      }
      alone.clear();
    }
  }

  private static Part part(Step step) {
    return new Part(
        step,
        step.statements().stream()
            .map(statement -> statement.replaceFirst("^SET search_path", "SET LOCAL search_path"))
            .toList());
  }

  /**
   * The same inside a transaction: an index is built while writers wait; a block that would commit
   * as it goes does not.
   */
  private static Part within(Step step) {
    if (step.transactional() || isBlock(step)) {
      return part(step);
    }
    return new Part(
        step,
        part(step).statements().stream()
            .map(statement -> statement.replaceFirst("(INDEX) CONCURRENTLY", "$1"))
            .map(statement -> COMMIT.matcher(statement).replaceAll(""))
            .toList());
  }

  /** One DO block that takes its transaction as it finds it. */
  private static boolean isBlock(Step step) {
    return step.statements().size() == 1
        && step.statements().getFirst().startsWith("DO ")
        && !COMMIT.matcher(step.sql()).find();
  }

  /** The step itself, without what sets the session up for it and looks at it afterwards. */
  private static String single(Step step) {
    return step.statements().size() == 1
        ? step.statements().getFirst()
        : step.statement().replaceFirst(";\\s*$", "");
  }
}
