package dev.drift.engine.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpressionsTest {
  private static final ObjectId MOOD = ObjectId.of(Kind.ENUM, "public", "Mood");

  @Test
  void commentsAndOuterParenthesesGoAndNamesAreQualified() {
    Scope scope =
        new Scope(SchemaModel.of(List.of(new EnumType(MOOD, List.of("ok")))), List.of("public"));

    assertEquals(
        "(a = 'ok'::public.\"Mood\") and b>1",
        read("((a = 'ok'::\"Mood\") /* why */ and  t.b>1)", scope).sql());
  }

  @Test
  void subqueriesAreBoundToTheirTables() {
    assertEquals(
        "(EXISTS (SELECT 1 FROM app.posts WHERE (posts.user_id = users.id)))",
        Expressions.read(
                Tokenizer.tokenize("exists (select 1 from posts where user_id = users.id)"),
                Schemas.scope(),
                Optional.of(Schemas.USERS))
            .sql());
  }

  @Test
  void columnsOfSubqueriesAreNotTheOwners() {
    var expression =
        new Expression("name <> '' AND EXISTS (SELECT 1 FROM app.posts WHERE posts.id = users.id)");

    assertEquals(
        Set.of("id", "name"), Expressions.columns(expression, List.of("id", "name", "title")));
    assertEquals(
        "((label <> '') AND (EXISTS (SELECT 1 FROM app.posts WHERE (posts.id = users.id))))",
        rename(expression, Schemas.USERS, "name", "label"));
    assertEquals(
        "((name <> '') AND (EXISTS (SELECT 1 FROM app.posts WHERE (posts.number = users.id))))",
        rename(expression, Schemas.POSTS, "id", "number"));
    assertEquals(
        Set.of(
            ObjectId.column(Schemas.USERS, "id"),
            ObjectId.column(Schemas.USERS, "name"),
            ObjectId.column(Schemas.POSTS, "id")),
        ExpressionColumns.used(expression, Schemas.USERS, Schemas.scope().objects()));
  }

  @Test
  void wordsThatOnlyLookLikeColumnsStay() {
    var expression = new Expression("lower(name) = 'lower' and lower is null");

    assertEquals(
        "lower(name) = 'lower' and upper is null",
        rename(expression, Schemas.USERS, "lower", "upper"));
  }

  private static String rename(Expression expression, ObjectId relation, String from, String to) {
    return ExpressionColumns.renamed(
            expression, Schemas.USERS, new RenamedColumn(relation, List.of(from), from, to))
        .sql();
  }

  @Test
  void renamedObjectsAreFollowed() {
    ObjectId sequence = ObjectId.of(Kind.SEQUENCE, "public", "s");

    assertEquals(
        "nextval('app.s'::regclass)",
        Expressions.renameObject(
                new Expression("nextval('public.s'::regclass)"),
                Schemas.USERS,
                sequence,
                sequence.withSchema("app"),
                SchemaModel.empty())
            .sql());
    assertEquals(
        "'ok'::public.feeling",
        Expressions.renameObject(
                new Expression("'ok'::public.\"Mood\""),
                Schemas.USERS,
                MOOD,
                MOOD.withName("feeling"),
                SchemaModel.empty())
            .sql());
  }

  private static Expression read(String sql, Scope scope) {
    return Expressions.read(
        Tokenizer.tokenize(sql), scope, Optional.of(ObjectId.table("public", "t")));
  }
}
