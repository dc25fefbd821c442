package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriggerAndPolicyTest {
  private static final String START =
      "CREATE TABLE t (id int, name text);"
          + "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

  @Test
  void aTriggerHasAllItsClauses() {
    Trigger trigger =
        Script.of(
                START
                    + "CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF name, id ON t FOR EACH ROW"
                    + " WHEN (NEW.id > 0) EXECUTE PROCEDURE f('a', 2, b)")
            .clean()
            .get(Trigger.class, "public.t.tr");
    assertEquals("before", trigger.timing());
    assertEquals(Set.of("insert", "update"), trigger.events());
    assertEquals(Set.of("id", "name"), trigger.updateColumns());
    assertEquals(List.of("a", "2", "b"), trigger.arguments());
    assertEquals(new QualifiedName("public", "f"), trigger.function());
  }

  @Test
  void wholeRowsAreSpelledOutAsTheServerDoes() {
    Trigger trigger =
        Script.of(
                START
                    + "CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW"
                    + " WHEN (OLD IS DISTINCT FROM NEW AND NEW.id > 0) EXECUTE FUNCTION f()")
            .clean()
            .get(Trigger.class, "public.t.tr");
    assertEquals(
        "OLD.* IS DISTINCT FROM NEW.* AND NEW.id > 0", trigger.condition().orElseThrow().sql());
  }

  @Test
  void aConstraintTriggerCanBeDeferred() {
    Trigger trigger =
        Script.of(
                START
                    + "CREATE TABLE o (id int); CREATE CONSTRAINT TRIGGER tr AFTER DELETE ON t FROM"
                    + " o DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()")
            .clean()
            .get(Trigger.class, "public.t.tr");
    assertEquals(Deferral.INITIALLY_DEFERRED, trigger.deferral());
    assertEquals("o", trigger.referenced().orElseThrow().name());
  }

  @Test
  void transitionTablesAreKept() {
    Trigger trigger =
        Script.of(
                START
                    + "CREATE TRIGGER tr AFTER UPDATE ON t REFERENCING NEW TABLE AS n OLD TABLE o"
                    + " FOR EACH STATEMENT EXECUTE FUNCTION f()")
            .clean()
            .get(Trigger.class, "public.t.tr");
    assertEquals(Optional.of("n"), trigger.newTable());
    assertEquals(Optional.of("o"), trigger.oldTable());
    assertEquals(false, trigger.forEachRow());
  }

  @Test
  void triggersThatAreMissingOrTwiceAreRejected() {
    String create = "CREATE TRIGGER tr BEFORE INSERT ON t EXECUTE FUNCTION f();\n";
    Script script =
        Script.of(
            START
                + create
                + create
                + "DROP TRIGGER IF EXISTS none ON t; DROP TRIGGER IF EXISTS none ON none;"
                + "ALTER TRIGGER tr ON t RENAME TO other; DROP TRIGGER tr ON t;\n"
                + "CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION nothing()");
    assertEquals(
        List.of(
            "REJECTED 2: trigger \"tr\" for relation \"t\" already exists",
            "REJECTED 3: trigger \"tr\" for table \"t\" does not exist",
            "REJECTED 4: function nothing() does not exist"),
        script.problems());
    assertEquals(List.of("public.t.other"), script.names(Kind.TRIGGER));
  }

  @Test
  void aPolicyAppliesToEveryoneUnlessItSays() {
    Script script =
        Script.of(
                START
                    + "CREATE POLICY a ON t USING (id > 0);"
                    + "CREATE POLICY b ON t AS RESTRICTIVE FOR UPDATE TO x, y WITH CHECK (id = 1);"
                    + "ALTER POLICY b ON t TO z; ALTER POLICY a ON t RENAME TO c")
            .clean();
    Policy everyone = script.get(Policy.class, "public.t.c");
    assertEquals(List.of("public"), everyone.roles());
    assertEquals("all", everyone.command());
    Policy one = script.get(Policy.class, "public.t.b");
    assertEquals(List.of("z"), one.roles());
    assertEquals(false, one.permissive());
    assertEquals("id = 1", one.check().orElseThrow().sql());
  }

  @Test
  void commentsAreObjectsAndNullRemovesThem() {
    Script script =
        Script.of(
                START
                    + "CREATE VIEW v AS SELECT id FROM t; ALTER TABLE t ADD CONSTRAINT c CHECK"
                    + " (true);COMMENT ON TABLE t IS 'old'; COMMENT ON TABLE t IS 'new';COMMENT ON"
                    + " COLUMN t.id IS 'x'; COMMENT ON COLUMN t.id IS NULL;COMMENT ON COLUMN"
                    + " public.v.id IS 'of a view';COMMENT ON FUNCTION f() IS 'f'; COMMENT ON"
                    + " CONSTRAINT c ON t IS 'c'")
            .clean();
    assertEquals("new", script.get(Comment.class, "public.table t").text());
    assertEquals(
        List.of("public.function f()", "public.table t", "public.t.check c", "public.v.column id"),
        script.names(Kind.COMMENT));
  }
}
