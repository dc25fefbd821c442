package dev.drift.engine.lint;

import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.source.Migration;
import java.util.Comparator;
import java.util.List;

/** All rules, listed once. */
public final class Lint {
  private static final List<Rule> RULES =
      List.of(
          new RejectedStatement(),
          new BlockingIndex(),
          new NotNullWithoutDefault(),
          new SetNotNull(),
          new ValidatedAtOnce(),
          new ForeignKeyWithoutIndex(),
          new MissingNumber(),
          new CollidingNumber());

  private Lint() {}

  /** {@return what the rules have to say of these migrations, by place} */
  public static List<Advice> check(List<Migration> migrations, Replayed replayed) {
    var story = Story.of(migrations, replayed);
    List<String> files = migrations.stream().map(Migration::file).toList();
    return RULES.stream()
        .flatMap(rule -> rule.check(story).stream())
        .sorted(
            Comparator.comparing((Advice advice) -> files.indexOf(advice.place().file()))
                .thenComparing(advice -> advice.place().line())
                .thenComparing(advice -> advice.place().column())
                .thenComparing(Advice::rule))
        .toList();
  }
}
