package dev.drift.engine.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.canon.Match;
import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.choice.Choices;
import dev.drift.engine.choice.Tries;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.render.RepairScript;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.testing.TestPostgres;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/**
 * Two random schemas, rows in the first: the repair arrives at the second, and changes nothing when
 * it runs again. {@code -Ddrift.test.random=N} tries N pairs.
 */
class RandomRepairTest {
  private static final int NUMBERS = 600;

  /** The first schema, the second where it is another one, and where it is. */
  @Provide
  Arbitrary<Choices> pairs() {
    return Choices.inPlaces(3, NUMBERS);
  }

  @Tries(value = 6, property = "drift.test.random")
  void arrivesWhereEverythingIsAllowed(@ForAll("pairs") Choices choices) {
    try (var pair = new Pair(choices, false)) {
      pair.repair(PlanOptions.destructive(TestPostgres.majorVersion()));

      pair.same(List.of(), told(pair.differences()));
      SchemaModel arrived = model(pair.actual);
      ScriptRun.run(pair.actual, pair.script);
      pair.same(List.of(), told(Comparison.compare(arrived, model(pair.actual))));
    }
  }

  @Tries(value = 6, property = "drift.test.random")
  void losesNothingWhereNothingIsAllowed(@ForAll("pairs") Choices choices) {
    try (var pair = new Pair(choices, true)) {
      SchemaModel before = model(pair.actual);
      List<String> rows = RandomRows.of(pair.actual);
      PlanOptions careful = PlanOptions.careful(TestPostgres.majorVersion());
      try {
        pair.repair(careful);
      } catch (ScriptFailure failure) {
        if (!failure.getMessage().contains("Put them right and run the script again")) {
          throw failure;
        }
        if (!told(Comparison.compare(before, model(pair.actual))).isEmpty()) {
          pair.script = failure.getMessage();
          pair.same(Set.of(Phase.COMPLETE), phases(pair.plan(careful)));
        }
        return;
      }
      pair.same(rows, RandomRows.kept(rows, pair.actual));
      SchemaModel arrived = model(pair.actual);
      ScriptRun.run(pair.actual, pair.script);
      pair.same(List.of(), told(Comparison.compare(arrived, model(pair.actual))));
      pair.same(List.of(), pair.plan(careful).steps().stream().map(Step::sql).toList());
    }
  }

  private static Set<Phase> phases(Plan plan) {
    return plan.steps().stream().map(Step::phase).collect(Collectors.toSet());
  }

  /** What a repair script could not do. */
  private static final class ScriptFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    ScriptFailure(String script, RuntimeException cause) {
      super(cause.getMessage() + detail(cause) + "\n" + script, cause);
    }

    private static String detail(RuntimeException cause) {
      return cause instanceof PgException error
          ? " "
              + Objects.toString(error.getDetail(), "")
              + " "
              + Objects.toString(error.getWhere(), "")
          : "";
    }
  }

  /** A database as it is and one as it should be. */
  private static final class Pair implements AutoCloseable {
    final String actual = TestPostgres.createDatabase();
    final SchemaModel expected;
    String script = "";

    Pair(Choices choices, boolean rows) {
      Variants first = Variants.free(choices.dice(0));
      load(actual, RandomSchema.of(first));
      if (rows) {
        RandomRows.fill(actual);
      }
      String wanted = TestPostgres.createDatabase();
      load(wanted, RandomSchema.of(Variants.like(first, choices.dice(1), choices.dice(2))));
      expected = model(wanted);
      TestPostgres.drop(wanted);
    }

    void repair(PlanOptions options) {
      script = RepairScript.of(plan(options), id -> Optional.empty());
      try {
        ScriptRun.run(actual, script);
      } catch (RuntimeException e) {
        throw new ScriptFailure(script, e);
      }
    }

    Plan plan(PlanOptions options) {
      return Planner.plan(expected, model(actual), differences(), options);
    }

    List<Difference> differences() {
      return Comparison.compare(expected, model(actual)).stream()
          .map(RandomRepairTest::certain)
          .filter(RandomRepairTest::canBeRight)
          .toList();
    }

    /** The script stands behind what differs, for whoever looks into it. */
    void same(Object wanted, Object found) {
      assertTrue(wanted.equals(found), () -> wanted + "\n  but " + found + "\n" + script);
    }

    @Override
    public void close() {
      TestPostgres.drop(actual);
    }
  }

  /** Runs what can be run. */
  private static void load(String url, List<String> statements) {
    String list = statements.stream().map(Identifiers::literal).collect(Collectors.joining(",\n"));
    TestPostgres.execute(
        url,
        "DO "
            + Identifiers.dollarQuote(
                """
                DECLARE statement text;
                BEGIN
                  FOREACH statement IN ARRAY ARRAY[%s] LOOP
                    BEGIN EXECUTE statement; EXCEPTION WHEN others THEN NULL; END;
                  END LOOP;
                END\
                """
                    .formatted(list),
                "load"));
  }

  private static List<String> told(List<Difference> differences) {
    return differences.stream()
        .map(
            difference ->
                difference.isMissing()
                    ? "missing " + difference.id()
                    : difference.isUnexpected()
                        ? "unexpected " + difference.id()
                        : difference.id() + " differs in " + difference.attributes().keySet())
        .toList();
  }

  /** No statement makes a column that is a table's own only inherited. */
  private static boolean canBeRight(Difference difference) {
    return difference.isMissing()
        || difference.isUnexpected()
        || !difference.attributes().isEmpty();
  }

  private static Difference certain(Difference difference) {
    var attributes = new TreeMap<String, Match>();
    difference.attributes().keySet().forEach(name -> attributes.put(name, Match.DIFFERENT));
    attributes.remove("inherited");
    return new Difference(difference.id(), difference.expected(), difference.actual(), attributes);
  }

  private static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }
}
