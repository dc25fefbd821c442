package dev.drift.engine.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
  private static final ObjectId TABLE = ObjectId.table("public", "t");
  private static final Scope SCOPE =
      new Scope(
          SchemaModel.of(
              List.of(
                  new EnumType(ObjectId.of(Kind.ENUM, "public", "Mood"), List.of("ok")),
                  Table.plain(TABLE),
                  Column.plain(ObjectId.column(TABLE, "c"), 1, TypeName.builtin("uuid")))),
          List.of("public"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int | integer",
        "json | json",
        "pg_catalog.json[] | json[]",
        "INT4[] | integer[]",
        "_int8 | bigint[]",
        "smallint ARRAY[3] | smallint[]",
        "text[3][4] | text[]",
        "numeric(10) | numeric(10,0)",
        "decimal(10, 2) | numeric(10,2)",
        "float(24) | real",
        "float(25) | double precision",
        "float | double precision",
        "varchar(20) | character varying(20)",
        "national character varying (5) | character varying(5)",
        "char | character(1)",
        "nchar(2) | character(2)",
        "bpchar | bpchar",
        "\"char\" | \"char\"",
        "pg_catalog.\"char\" | \"char\"",
        "bit | bit(1)",
        "bit varying(3) | bit varying(3)",
        "timestamp | timestamp without time zone",
        "timestamp(3) with time zone | timestamp(3) with time zone",
        "timestamptz(3) | timestamp(3) with time zone",
        "timetz | time with time zone",
        "interval day to second(3) | interval day to second(3)",
        "interval(3) | interval(3)",
        "pg_catalog.int4 | integer",
        "\"Mood\"[] | public.\"Mood\"[]",
        "public.\"Mood\" | public.\"Mood\"",
        "t.c%TYPE | uuid",
        "public.t.c%type | uuid",
        "t | public.t",
        "citext | citext",
        "geometry(Point, 4326) | geometry(Point,4326)",
        "serial8 | bigserial"
      })
  void everySpellingIsReadToOne(String written, String canonical) {
    assertEquals(canonical, Types.sql(read(written)));
  }

  @Test
  void whatTheServerPrintsIsReadAsItIs() {
    assertEquals(TypeName.builtin("bpchar"), Types.parse("character"));
    assertEquals(read("character varying(3)"), Types.parse("character varying(3)"));
    assertEquals(new TypeName("app", "kind", "", true), Types.parse("app.kind[]"));
  }

  @Test
  void argumentsHaveNoModifiers() {
    assertEquals("character varying", Types.argument(read("varchar(3)")));
    assertEquals("character", Types.argument(read("bpchar")));
    assertEquals("bit", Types.argument(read("bit(3)")));
  }

  @Test
  void anUnknownSchemaFitsAny() {
    assertEquals(
        Match.EQUAL,
        Types.compare(read("citext"), new TypeName("extensions", "citext", "", false)));
    assertEquals(Match.DIFFERENT, Types.compare(read("varchar(3)"), read("varchar(4)")));
  }

  private static TypeName read(String text) {
    return Types.read(new TokenReader(Tokenizer.tokenize(text)), SCOPE);
  }
}
