package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypeStatementsTest {

  @Test
  void valuesGoWhereTheStatementSays() {
    Script script =
        Script.of(
                "CREATE TYPE mood AS ENUM ('sad', 'happy');"
                    + "ALTER TYPE mood ADD VALUE 'ok' BEFORE 'happy';"
                    + "ALTER TYPE mood ADD VALUE 'elated' AFTER 'happy';"
                    + "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';"
                    + "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'")
            .clean();
    assertEquals(
        List.of("blue", "ok", "happy", "elated"),
        script.get(EnumType.class, "public.mood").values());
  }

  @Test
  void whatPostgreSqlRefusesIsRejected() {
    Script script =
        Script.of(
            "CREATE TYPE mood AS ENUM ('sad');\n"
                + "ALTER TYPE mood ADD VALUE 'sad';\n"
                + "ALTER TYPE mood ADD VALUE 'ok' AFTER 'gone';\n"
                + "CREATE TYPE mood AS (a int);\n"
                + "ALTER TYPE nothing ADD VALUE 'x';\n"
                + "CREATE TYPE k AS (a int); CREATE TABLE t OF k;\n"
                + "ALTER TYPE k DROP ATTRIBUTE a");
    assertEquals(
        List.of(
            "REJECTED 2: enum label \"sad\" already exists",
            "REJECTED 3: \"gone\" is not an existing enum label",
            "REJECTED 4: type \"mood\" already exists",
            "REJECTED 5: type \"nothing\" does not exist",
            "REJECTED 7: cannot alter type \"k\" because it is the type of a typed table"),
        script.problems());
  }

  @Test
  void attributesOfCompositeTypesChange() {
    Script script =
        Script.of(
                "CREATE TYPE pair AS (a int, b text);"
                    + "ALTER TYPE pair ADD ATTRIBUTE c numeric(4,1), DROP ATTRIBUTE a;"
                    + "ALTER TYPE pair RENAME ATTRIBUTE b TO d;"
                    + "ALTER TYPE pair ALTER ATTRIBUTE d SET DATA TYPE varchar(9)")
            .clean();
    assertEquals(
        "[Field[name=d, type=TypeName[schema=pg_catalog, name=character varying, modifier=9,"
            + " array=false], collation=Optional.empty], Field[name=c,"
            + " type=TypeName[schema=pg_catalog, name=numeric, modifier=4,1, array=false],"
            + " collation=Optional.empty]]",
        script.get(CompositeType.class, "public.pair").fields().toString());
  }

  @Test
  void checksOfDomainsGetTheirNames() {
    Script script =
        Script.of(
                "CREATE DOMAIN d AS text DEFAULT 'a' NOT NULL CHECK (VALUE <> '') CHECK"
                    + " (true);ALTER DOMAIN d ADD CONSTRAINT named CHECK (VALUE <> 'x') NOT"
                    + " VALID;ALTER DOMAIN d DROP NOT NULL; ALTER DOMAIN d RENAME CONSTRAINT"
                    + " d_check1 TO two")
            .clean();
    assertEquals(
        List.of("public.d.d_check", "public.d.named", "public.d.two"),
        script.names(Kind.DOMAIN_CONSTRAINT));
    assertEquals(false, script.get(DomainConstraint.class, "public.d.named").validated());
    DomainType domain = script.get(DomainType.class, "public.d");
    assertEquals(false, domain.notNull());
    assertEquals(Optional.of(new Expression("'a'")), domain.defaultValue());
  }

  @Test
  void aTypeInUseIsDroppedOnlyWithCascade() {
    Script script =
        Script.of(
            "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (id int, m mood);\n"
                + "DROP TYPE mood;\nDROP TYPE mood CASCADE");
    assertEquals(1, script.problems().size());
    assertEquals(List.of("public.t.id"), script.names(Kind.COLUMN));
  }
}
