package dev.drift.engine.render.tool;

import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.SessionSettings;
import dev.drift.engine.plan.Step;
import dev.drift.engine.render.StepComment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The SQL of a migration. */
final class Body {
  /** The tool writes its record in the same transaction and finds its table by the search path. */
  private static final String OPEN =
      """
      DO $drift$
      BEGIN
        PERFORM set_config('drift.search_path', current_setting('search_path'), true);
        SET LOCAL lock_timeout = '%ds';
        SET LOCAL check_function_bodies = off;
        SET LOCAL search_path = '';
      END $drift$;
      """
          .formatted(SessionSettings.LOCK_TIMEOUT.toSeconds());

  private static final String CLOSE =
      """

      DO $drift$
      BEGIN
        PERFORM set_config('search_path', current_setting('drift.search_path'), true);
      END $drift$;
      """;

  private final Draft draft;
  private final UnaryOperator<String> statement;

  /**
   * @param statement how the tool wants a statement, which ends in a semicolon
   */
  Body(Draft draft, UnaryOperator<String> statement) {
    this.draft = draft;
    this.statement = statement;
  }

  Body(Draft draft) {
    this(draft, sql -> sql);
  }

  /** {@return the header of the {@code index}-th of so many migrations, each line a comment} */
  String header(int index, int sections) {
    var lines = new ArrayList<String>();
    lines.add(
        "-- Repair by drift"
            + (sections == 1 ? "." : ", part %d of %d.".formatted(index + 1, sections)));
    lines.add("-- Where the schema is right already it changes nothing.");
    draft.remarks().forEach(remark -> lines.add("-- " + remark.replaceAll("\\R", " ")));
    if (index == sections - 1) {
      draft.plan().refusals().forEach(refusal -> lines.addAll(StepComment.of(refusal)));
    }
    return String.join("\n", lines) + "\n";
  }

  /** {@return the section's statements} */
  String up(Section section) {
    var text = new StringBuilder();
    if (section.transactional()) {
      text.append(statement.apply(OPEN));
    }
    for (Section.Part part : section.parts()) {
      text.append('\n');
      comment(part.step(), draft.plan(), text);
      statements(part, text);
    }
    if (section.transactional()) {
      text.append(statement.apply(CLOSE.strip() + "\n"));
    }
    return text.toString();
  }

  /** {@return all of the way back, which the first migration holds: it is undone last} */
  String down(int index) {
    if (index > 0) {
      return "-- What this undoes is undone with the first part.\n";
    }
    if (draft.back().isEmpty()) {
      return "-- The way back was not asked for: drift repair --rollback FILE makes it.\n";
    }
    Plan back = draft.back().get();
    var text = new StringBuilder(statement.apply(OPEN));
    for (Section section : Section.of(back, Section.Outside.NOTHING)) {
      for (Section.Part part : section.parts()) {
        text.append('\n');
        comment(part.step(), back, text);
        statements(part, text);
      }
    }
    return text.append(statement.apply(CLOSE.strip() + "\n")).toString();
  }

  private void comment(Step step, Plan plan, StringBuilder text) {
    List<String> lines = StepComment.of(step, plan.steps().size(), draft.notes());
    lines.forEach(line -> text.append(line).append('\n'));
  }

  private void statements(Section.Part part, StringBuilder text) {
    part.statements().forEach(sql -> text.append(statement.apply(sql + ";\n")));
  }
}
