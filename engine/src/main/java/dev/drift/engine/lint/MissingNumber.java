package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code 001, 002, 004}: of numbers that are counted, one is missing. */
final class MissingNumber implements Rule {
  /** Numbers with more digits are times. */
  private static final int DIGITS = 6;

  @Override
  public List<Advice> check(Story story) {
    List<Migration> numbered =
        story.migrations().stream().filter(each -> !each.version().isEmpty()).toList();
    if (!numbered.stream().allMatch(each -> each.version().matches("\\d{1," + DIGITS + "}"))) {
      return List.of();
    }
    var gaps = new ArrayList<Advice>();
    for (int i = 1; i < numbered.size(); i++) {
      int before = Integer.parseInt(numbered.get(i - 1).version());
      int number = Integer.parseInt(numbered.get(i).version());
      if (number > before + 1) {
        gaps.add(gap(before, number, numbered.get(i)));
      }
    }
    boolean counted = gaps.size() * 4 <= numbered.size();
    return counted ? gaps : List.of();
  }

  private static Advice gap(int before, int number, Migration migration) {
    String missing =
        number == before + 2
            ? "Number %d is missing".formatted(before + 1)
            : "Numbers %d to %d are missing".formatted(before + 1, number - 1);
    return new Advice(
        "missing-number",
        Severity.WARNING,
        Optional.empty(),
        Story.start(migration),
        missing + " before " + migration.version() + ": a file may have been left behind.",
        "Look for it; if there never was one, nothing has to be done.");
  }
}
