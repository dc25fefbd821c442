package dev.drift.engine.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Planner;
import dev.drift.engine.plan.Step;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProverTest {
  private static final String BEFORE =
      """
      CREATE TABLE a (id int PRIMARY KEY, mood varchar(10) CHECK (mood IN ('glad', 'sad')));
      CREATE VIEW v AS SELECT id, mood FROM a;
      CREATE POLICY p ON a TO postgres USING (true);
      """;
  private static final String AFTER =
      """
      CREATE TABLE a (id bigint PRIMARY KEY, mood varchar(10) CHECK (mood IN ('glad', 'mad')));
      CREATE VIEW v AS SELECT id, mood FROM a;
      CREATE POLICY p ON a TO postgres USING (true);
      CREATE TABLE b (id int PRIMARY KEY, a bigint REFERENCES a);
      CREATE INDEX a_mood_idx ON a (mood);
      """;

  private final ScratchHost host =
      ScratchHost.at(Target.of(Optional.of(TestPostgres.createDatabase())));

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void holdsWhereThePlanArrives() {
    var held = assertInstanceOf(Proof.Held.class, prove(UnaryOperator.identity()));

    assertEquals(held.steps(), held.tried());
    assertTrue(held.steps() > 5, "" + held);
    assertEquals(List.of(), held.gaps());
    assertTrue(
        held.words().getFirst().matches("Proved on PostgreSQL [0-9.]+: [0-9]+ steps, second run.*"),
        held.words().getFirst());
  }

  @Test
  void failsWhereAStepFails() {
    Proof proof = prove(steps -> replaced(steps, "create table public.b", "SELECT 1 / 0;"));

    assertReason(proof, "step \\d+ \\(create table public.b\\) fails: division by zero.*");
  }

  @Test
  void failsWhereTheStepsDoNotArrive() {
    Proof proof = prove(steps -> replaced(steps, "create index public.a.a_mood_idx", "SELECT 1;"));

    assertReason(proof, "it does not arrive: .*a_mood_idx.*");
  }

  @Test
  void failsWhereASecondRunFails() {
    Proof proof =
        prove(
            steps ->
                replaced(
                    steps,
                    "create table public.b",
                    "CREATE TABLE public.b (id int CONSTRAINT b_pkey PRIMARY KEY, a bigint);"));

    assertReason(proof, "a second run fails: .*already exists.*");
  }

  @Test
  void saysWhichExtensionIsLackingAndWhichStepsItLeavesOut() {
    String live = TestPostgres.createDatabase();
    TestPostgres.execute(live, BEFORE);
    String wanted = TestPostgres.createDatabase();
    TestPostgres.execute(wanted, AFTER);
    SchemaModel expected = withExtension(model(wanted));

    var held = assertInstanceOf(Proof.Held.class, prove(model(live), expected));

    assertEquals(held.steps() - 1, held.tried());
    assertTrue(held.gaps().getFirst().contains("no extension moonshine"), "" + held.gaps());
  }

  @Test
  void leavesNoDatabaseBehind() {
    String databases = "SELECT count(*) FROM pg_database WHERE datname LIKE 'drift_scratch_%'";
    String any = TestPostgres.createDatabase();
    List<String> before = TestPostgres.query(any, databases);

    try (ScratchHost another = ScratchHost.at(Target.of(Optional.of(any)))) {
      another.create(List.of());
    }

    assertEquals(before, TestPostgres.query(any, databases));
  }

  private static SchemaModel withExtension(SchemaModel model) {
    var objects = new ArrayList<>(model.objects());
    objects.add(Extension.in("public", "moonshine"));
    return SchemaModel.of(objects);
  }

  private Proof prove(UnaryOperator<List<Step>> tampering) {
    String live = TestPostgres.createDatabase();
    TestPostgres.execute(live, BEFORE);
    String wanted = TestPostgres.createDatabase();
    TestPostgres.execute(wanted, AFTER);
    SchemaModel expected = model(wanted);
    boolean[] first = {true};
    return Prover.prove(
            host,
            new Claim(
                model(live),
                List.of("public"),
                TestPostgres.majorVersion(),
                tampered(plan(expected, model(live)), tampering),
                arrived -> {
                  Plan plan = plan(expected, arrived);
                  Plan answer = first[0] ? tampered(plan, tampering) : plan;
                  first[0] = false;
                  return answer;
                },
                Optional.empty()))
        .proof();
  }

  private Proof prove(SchemaModel actual, SchemaModel expected) {
    return Prover.prove(
            host,
            new Claim(
                actual,
                List.of("public"),
                TestPostgres.majorVersion(),
                plan(expected, actual),
                arrived -> plan(expected, arrived),
                Optional.empty()))
        .proof();
  }

  private static Plan tampered(Plan plan, UnaryOperator<List<Step>> tampering) {
    return new Plan(tampering.apply(plan.steps()), plan.refusals());
  }

  private static List<Step> replaced(List<Step> steps, String what, String sql) {
    assertTrue(steps.stream().anyMatch(step -> step.what().equals(what)), "" + steps);
    return steps.stream()
        .map(
            step ->
                step.what().equals(what)
                    ? new Step(
                        step.place(),
                        step.phase(),
                        step.subject(),
                        step.what(),
                        sql,
                        sql,
                        step.lock(),
                        step.work(),
                        step.hazards(),
                        step.transactional())
                    : step)
        .toList();
  }

  private static Plan plan(SchemaModel expected, SchemaModel actual) {
    return Planner.plan(
        expected,
        actual,
        Comparison.compare(expected, actual),
        PlanOptions.destructive(TestPostgres.majorVersion()));
  }

  private static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }

  private static void assertReason(Proof proof, String pattern) {
    var failed = assertInstanceOf(Proof.Failed.class, proof);
    assertTrue(failed.reason().matches(pattern), failed.reason());
  }
}
