package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaStatementsTest {

  @Test
  void elementsOfASchemaAreCreatedInIt() {
    Script script =
        Script.of("CREATE SCHEMA app CREATE TABLE t (id int) CREATE VIEW v AS SELECT id FROM t")
            .clean();
    assertEquals(List.of("app.t"), script.names(Kind.TABLE));
    assertEquals(List.of("app.v"), script.names(Kind.VIEW));
  }

  @Test
  void aSchemaWithoutNameIsCalledLikeItsOwner() {
    assertEquals(
        List.of("public", "robin"),
        Script.of("CREATE SCHEMA AUTHORIZATION robin").clean().names(Kind.SCHEMA));
  }

  @Test
  void aSecondSchemaOfThatNameIsRejectedUnlessIfNotExists() {
    Script script = Script.of("CREATE SCHEMA a; CREATE SCHEMA IF NOT EXISTS a;\nCREATE SCHEMA a");
    assertEquals(List.of("REJECTED 2: schema \"a\" already exists"), script.problems());
  }

  @Test
  void renamingASchemaTakesItsObjectsAlong() {
    Script script =
        Script.of("CREATE SCHEMA a; CREATE TABLE a.t (id int); ALTER SCHEMA a RENAME TO b").clean();
    assertEquals(List.of("b.t"), script.names(Kind.TABLE));
  }

  @Test
  void droppingASchemaNeedsCascadeIfItIsNotEmpty() {
    Script script =
        Script.of(
            "CREATE SCHEMA a; CREATE TABLE a.t (id int);\nDROP SCHEMA a; DROP SCHEMA a CASCADE");
    assertEquals(1, script.problems().size());
    assertEquals(List.of(), script.names(Kind.TABLE));
  }

  @Test
  void anExtensionLivesInTheFirstSchemaOfThePathOrInItsOwn() {
    Script script =
        Script.of(
                "CREATE SCHEMA tools; CREATE EXTENSION citext SCHEMA tools; CREATE EXTENSION"
                    + " hstore;CREATE EXTENSION postgis_topology CASCADE")
            .clean();
    assertEquals("tools", script.get(Extension.class, "citext").schema());
    assertEquals("public", script.get(Extension.class, "hstore").schema());
    assertEquals("topology", script.get(Extension.class, "postgis_topology").schema());
    assertEquals("public", script.get(Extension.class, "postgis").schema());
  }

  @Test
  void plpgsqlIsThereFromTheStart() {
    assertEquals(
        List.of(),
        Script.of("CREATE EXTENSION IF NOT EXISTS plpgsql").clean().names(Kind.EXTENSION));
  }
}
