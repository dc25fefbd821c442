package dev.drift.engine.catalog;

import static dev.drift.engine.catalog.Snapshots.builtin;
import static dev.drift.engine.catalog.Snapshots.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.CompositeType.Field;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypeReaderTest {
  private static final QualifiedName C = new QualifiedName("pg_catalog", "C");

  @Test
  void readsEnumsDomainsAndCompositeTypes() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('sad', 'it''s, fine', 'happy');
            CREATE TYPE app."Pair" AS (a int, "B c" text COLLATE "C", d numeric(10,2)[], m app.mood);
            CREATE DOMAIN app.short AS varchar(10) COLLATE "C" DEFAULT 'x' NOT NULL
              CONSTRAINT not_empty CHECK (VALUE <> '');
            COMMENT ON DOMAIN app.short IS 'short';
            COMMENT ON CONSTRAINT not_empty ON DOMAIN app.short IS 'said';
            COMMENT ON COLUMN app."Pair"."B c" IS 'second';
            CREATE TABLE app.row_type_is_no_type (a int);
            """);

    var mood = ObjectId.of(Kind.ENUM, "app", "mood");
    var pair = ObjectId.of(Kind.COMPOSITE_TYPE, "app", "Pair");
    var shortText = ObjectId.of(Kind.DOMAIN, "app", "short");
    assertEquals(
        new EnumType(mood, List.of("sad", "it's, fine", "happy")),
        find(model, mood, EnumType.class));
    assertEquals(
        new CompositeType(
            pair,
            List.of(
                new Field("a", builtin("integer", ""), Optional.empty()),
                new Field("B c", builtin("text", ""), Optional.of(C)),
                new Field("d", builtin("numeric", "10,2").toArray(), Optional.empty()),
                new Field("m", new TypeName("app", "mood", "", false), Optional.empty()))),
        find(model, pair, CompositeType.class));
    assertEquals(
        new DomainType(
            shortText,
            builtin("character varying", "10"),
            true,
            Optional.of(new Expression("'x'::character varying")),
            Optional.of(C),
            find(model, shortText, DomainType.class).notNullConstraint()),
        find(model, shortText, DomainType.class));
    var check = shortText.child(Kind.DOMAIN_CONSTRAINT, "not_empty");
    assertEquals(
        new DomainConstraint(check, new Expression("(VALUE)::text <> ''::text"), true),
        find(model, check, DomainConstraint.class));
    assertEquals(1, model.ofKind(Kind.COMPOSITE_TYPE).size());
    for (Comment comment :
        List.of(
            Comment.on(shortText, "short"),
            Comment.on(check, "said"),
            Comment.on(ObjectId.column(pair, "B c"), "second"))) {
      assertEquals(comment, find(model, comment.id(), Comment.class));
    }
  }

  @Test
  void membersOfExtensionsAreNoObjectsAndTheirTypesHaveNoSchema() {
    Introspection read =
        Snapshots.read(
            """
            CREATE EXTENSION citext;
            CREATE TABLE t (name citext);
            CREATE FUNCTION f(a citext, b citext[]) RETURNS citext LANGUAGE sql AS 'SELECT a';
            """);

    SchemaModel model = read.model();
    assertEquals(
        List.of(
            "column public.t.name",
            "extension citext",
            "function public.f(citext, citext[])",
            "schema public",
            "table public.t"),
        model.objects().stream().map(object -> object.id().toString()).sorted().toList());
    assertFalse(read.notModelled().containsKey("cast"));
    var column = ObjectId.column(ObjectId.table("public", "t"), "name");
    assertEquals(
        new TypeName("", "citext", "", false),
        find(model, column, dev.drift.engine.model.Column.class).type());
  }
}
