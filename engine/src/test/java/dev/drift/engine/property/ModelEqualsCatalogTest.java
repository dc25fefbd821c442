package dev.drift.engine.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random DDL, run and read: the model equals the catalog at every step, and what the server refuses
 * the replay refuses.
 *
 * <p>{@code -Ddrift.test.statements=10000} for the long run, {@code -Ddrift.test.seed=N} to go
 * elsewhere. A failure is shrunk to the few statements that it takes.
 */
class ModelEqualsCatalogTest {
  private static final int STATEMENTS = Integer.getInteger("drift.test.statements", 300);
  private static final int SEED = Integer.getInteger("drift.test.seed", 1);
  private static final int FAILURES = Integer.getInteger("drift.test.failures", 1);
  private static final int LONGEST = 40;

  @Test
  void modelEqualsCatalogAtEveryStep() {
    int major = TestPostgres.majorVersion();
    var failures = new ArrayList<String>();
    int run = 0;
    for (int seed = SEED; run < STATEMENTS && failures.size() < FAILURES; seed++) {
      var generator = new Generator(new Random(seed), major);
      var history = new History(major);
      for (int i = 0; i < LONGEST && run < STATEMENTS; i++, run++) {
        String statement = generator.next(history.actual());
        Optional<String> disagreement = history.run(statement);
        if (disagreement.isPresent()) {
          failures.add(
              "seed "
                  + seed
                  + "\n"
                  + new Shrinking(major).shrink(history.applied(), statement, disagreement.get()));
          break;
        }
      }
    }
    assertEquals(List.of(), failures, () -> String.join("\n\n", failures));
  }
}
