package dev.drift.engine.property;

import dev.drift.engine.choice.Choices;
import dev.drift.engine.choice.Tries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/**
 * Random DDL, run and read: the model equals the catalog at every step, and what the server refuses
 * the replay refuses.
 *
 * <p>{@code -Ddrift.test.statements=10000} for the long run. A failure is shrunk to the few simple
 * statements that it takes.
 */
class ModelEqualsCatalogTest {
  private static final int LONGEST = 40;
  private static final int NUMBERS = 80;

  @Tries(value = 300, property = "drift.test.statements", each = LONGEST)
  void modelEqualsCatalogAtEveryStep(@ForAll("histories") Choices choices) {
    try (var history = new History()) {
      for (int i = 0; i < choices.groups().size(); i++) {
        history.run(Generator.next(history.actual(), choices.dice(i)));
      }
    }
  }

  @Provide
  Arbitrary<Choices> histories() {
    return Choices.of(LONGEST, NUMBERS);
  }
}
