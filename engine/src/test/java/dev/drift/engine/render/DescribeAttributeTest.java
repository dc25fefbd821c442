package dev.drift.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.diff.Parts;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.source.Migrations;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeAttributeTest {
  private static final String SCHEMA =
      """
      CREATE SEQUENCE ticks INCREMENT 5 CYCLE;
      CREATE TYPE span AS (low int, "High" text COLLATE "C");
      CREATE FUNCTION f(a int DEFAULT 3, VARIADIC b text[] DEFAULT '{}') RETURNS int
      LANGUAGE sql AS 'SELECT 1';
      CREATE TABLE part (a int, r int4range, EXCLUDE USING gist (r WITH &&))
      PARTITION BY LIST (a);
      CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
      CREATE PUBLICATION pub FOR TABLE part (a) WHERE (a > 3);
      CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, d int GENERATED ALWAYS AS (1) STORED);
      """;

  private final SchemaModel model;

  DescribeAttributeTest(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("schema.sql"), SCHEMA);
    model =
        Replay.replay(
                Migrations.read(List.of(file), Optional.of("schema"), Map.of()).migrations(),
                Session.fresh(18, Session.SERVER_PATH))
            .model();
  }

  @Test
  void saysWhatSqlSays() {
    assertEquals(
        "AS bigint START 1 INCREMENT 5 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 CYCLE",
        told("ticks", "options"));
    assertEquals("low integer, \"High\" text COLLATE pg_catalog.C", told("span", "fields"));
    assertEquals(
        "a integer DEFAULT 3, VARIADIC b text[] DEFAULT '{}'",
        told("f(integer, text[])", "parameters"));
    assertEquals("public.part FOR VALUES IN (1)", told("part_1", "partitionOf"));
    assertEquals("public.part (a) WHERE a > 3", told("pub", "tables"));
  }

  @Test
  void saysNothingAsOnlyProgrammersDo() {
    for (SchemaObject object : model.objects()) {
      for (RecordComponent part : object.getClass().getRecordComponents()) {
        String text =
            DescribeAttribute.value(Parts.value((Record) object, part.getName()).orElseThrow());
        for (String sign : List.of("Optional", "TypeName[", "=[", "[name=")) {
          assertFalse(text.contains(sign), object.id() + " " + part.getName() + ": " + text);
        }
      }
    }
  }

  private String told(String name, String attribute) {
    SchemaObject object =
        model.objects().stream()
            .filter(each -> each.id().name().equals(name))
            .filter(each -> Parts.value((Record) each, attribute).isPresent())
            .findFirst()
            .orElseThrow();
    return DescribeAttribute.value(Parts.value((Record) object, attribute).orElseThrow());
  }
}
