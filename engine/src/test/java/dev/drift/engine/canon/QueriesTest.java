package dev.drift.engine.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.drift.engine.canon.Queries.Outcome;
import dev.drift.engine.canon.typing.OutputColumn;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Tokenizer;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueriesTest {

  @Test
  void starsAreExpandedAndNamesQualified() {
    assertEquals(
        "SELECT users.id, users.name, users.email FROM public.users",
        resolved("select * from users").query().sql());
    assertEquals(
        "SELECT p.title, u.id, u.name, u.email FROM (public.users u JOIN app.posts p ON"
            + " (p.user_id = u.id))",
        resolved("select p.title, u.* from users u join posts p on user_id = u.id").query().sql());
  }

  @Test
  void outputColumnsHaveNamesAndTypes() {
    Outcome.Resolved found =
        resolved(
            "select id, count(*), name || 'x', 'a' as tag, email::text from users group by id");

    assertEquals(List.of("id", "count", "?column?", "tag", "email"), found.columns());
    assertEquals(
        List.of("integer", "bigint", "text", "text", "text"),
        Queries.columns(found.query(), Schemas.scope().objects(), 17).stream()
            .map(OutputColumn::type)
            .map(type -> type.map(Types::sql).orElse("?"))
            .toList());
  }

  @Test
  void whatIsReadIsListed() {
    assertEquals(
        Set.of(Schemas.USERS, Schemas.POSTS),
        resolved("select 1 from users where exists (select from posts)").query().relations());
  }

  @Test
  void whatTheServerPrintsIsEqual() {
    assertEqual(
        "select u.name, count(*) from users u left join posts p on p.user_id = u.id"
            + " where u.email like '%@x' group by 1 order by count desc",
        " SELECT u.name,\n    count(*) AS count\n   FROM (public.users u\n     LEFT JOIN app.posts"
            + " p ON ((p.user_id = u.id)))\n  WHERE ((u.email)::text ~~ '%@x'::text)\n  GROUP BY"
            + " u.name\n  ORDER BY (count(*)) DESC;");
    assertEqual(
        "with p as (select user_id, title from posts) select * from p natural join (select id as"
            + " user_id from users) u",
        " WITH p AS (\n SELECT posts.user_id,\n posts.title\n FROM app.posts\n )\n SELECT"
            + " p.user_id,\n p.title\n FROM (p\n JOIN ( SELECT users.id AS user_id\n FROM"
            + " public.users) u USING (user_id))");
    assertEqual(
        "select id from users union all select user_id from posts order by id",
        " SELECT users.id\n FROM public.users\nUNION ALL\n SELECT posts.user_id AS id\n FROM"
            + " app.posts\n ORDER BY 1");
    assertEqual(
        "select id, label from names where id in (1, 2) limit 5",
        " SELECT names.id,\n names.label\n FROM public.names\n WHERE (names.id = ANY (ARRAY[1,"
            + " 2]))\n LIMIT 5");
    assertEqual(
        "select g, x.value from generate_series(1, 3) g, jsonb_array_elements('[]') x",
        " SELECT g.g,\n x.value\n FROM generate_series(1, 3) g(g),\n LATERAL"
            + " jsonb_array_elements('[]'::jsonb) x(value)");
  }

  @Test
  void whatMeansSomethingElseIsDifferent() {
    assertDifferent("select name from users", " SELECT users.email\n FROM public.users");
    assertDifferent("select name from users", " SELECT users.name\n FROM app.users");
    assertDifferent("select id from users", " SELECT DISTINCT users.id\n FROM public.users");
    assertDifferent(
        "select u.id from users u join posts p on p.user_id = u.id",
        " SELECT p.id\n FROM (public.users u\n JOIN app.posts p ON ((p.user_id = u.id)))");
    assertDifferent(
        "select u.id from users u join posts p on p.user_id = u.id",
        " SELECT u.id\n FROM (public.users u\n LEFT JOIN app.posts p ON ((p.user_id = u.id)))");
  }

  @Test
  void whatCannotBeIsInvalid() {
    assertEquals("column \"nme\" does not exist", invalid("select nme from users"));
    assertEquals("column u.nme does not exist", invalid("select u.nme from users u"));
    assertEquals("relation \"usrs\" does not exist", invalid("select 1 from usrs"));
    assertEquals("missing FROM-clause entry for table \"x\"", invalid("select x.id from users"));
  }

  @Test
  void whatAnExtensionMayBringIsNotUnderstood() {
    Scope scope =
        new Scope(SchemaModel.of(List.of(Extension.in("public", "postgis"))), List.of("public"));

    Outcome outcome = Queries.resolve(Tokenizer.tokenize("select * from spatial_ref_sys"), scope);

    assertInstanceOf(Outcome.NotUnderstood.class, outcome);
  }

  @Test
  void renamesKeepOutputNames() {
    Query query = resolved("select name, u.id from users u where name <> ''").query();

    assertEquals(
        "SELECT u.title AS name, u.id FROM public.users u WHERE (u.title <> '')",
        Queries.renameColumn(
                query, new RenamedColumn(Schemas.USERS, List.of("id", "name"), "name", "title"))
            .sql());
    assertEquals(
        "SELECT people.name FROM public.people",
        Queries.renameObject(
                resolved("select name from users").query(),
                ObjectId.of(Kind.VIEW, "public", "v"),
                Schemas.USERS,
                ObjectId.table("public", "people"),
                SchemaModel.empty())
            .sql());
  }

  @Test
  void usesAreToldByTable() {
    assertEquals(
        Set.of(column(Schemas.USERS, "name"), column(Schemas.POSTS, "id")),
        used("select u.name, p.id from users u, posts p"));
  }

  @Test
  void usesAreToldUnderOtherNames() {
    assertEquals(
        Set.of(column(Schemas.USERS, "name")), used("select x.b from users as x(id, b, name)"));
    assertEquals(
        Set.of(
            column(Schemas.USERS, "id"),
            column(Schemas.POSTS, "id"),
            column(Schemas.POSTS, "title")),
        used("select j.id, j.d from (users join posts using (id)) as j(id, a, b, c, d)"));
    assertEquals(
        Set.of(column(Schemas.USERS, "id"), column(Schemas.POSTS, "user_id")),
        used("select m.k from users u(k) full join posts p(a, k) using (k) as m"));
  }

  @Test
  void columnsGoByTheirOwnNames() {
    assertEquals(
        "SELECT x.name AS b, x.email FROM public.users x WHERE (x.id > 1)",
        resolved("select x.b, email from users as x(a, b) where a > 1").query().sql());
    assertEquals(
        "SELECT users.name AS n FROM (public.users JOIN app.posts USING (id))",
        resolved("select n from (users join posts using (id)) as j(i, n)").query().sql());
    assertEquals(
        "SELECT u.k FROM (public.users u(k) JOIN app.posts p(a, k) USING (k))",
        resolved("select k from users u(k) join posts p(a, k) using (k)").query().sql());
    assertEquals(
        "SELECT count(j.*) AS count FROM (public.users JOIN app.posts USING (id)) j",
        resolved("select count(j) from (users join posts using (id)) as j").query().sql());
  }

  @Test
  void aliasesGoWithTheirColumns() {
    Query query =
        resolved("select u.k, u.email from users u(k, n) join posts p(a, k) using (k)").query();

    assertEquals(
        "SELECT u.k, u.email FROM (public.users u(k) JOIN app.posts p(a, k) USING (k))",
        Queries.dropColumn(query, Schemas.USERS, List.of("id", "name", "email"), "name").sql());
    assertEquals(
        "SELECT u.k, u.email FROM (public.users u(k, n) JOIN app.posts p(k) USING (k))",
        Queries.dropColumn(query, Schemas.POSTS, List.of("id", "user_id", "title"), "id").sql());
  }

  private static Set<ObjectId> used(String sql) {
    return Queries.columns(resolved(sql).query(), Schemas.scope().objects());
  }

  private static ObjectId column(ObjectId relation, String name) {
    return ObjectId.column(relation, name);
  }

  private static Outcome.Resolved resolved(String sql) {
    return assertInstanceOf(
        Outcome.Resolved.class, Queries.resolve(Tokenizer.tokenize(sql), Schemas.scope()));
  }

  private static String invalid(String sql) {
    return assertInstanceOf(
            Outcome.Invalid.class, Queries.resolve(Tokenizer.tokenize(sql), Schemas.scope()))
        .message();
  }

  private static void assertEqual(String written, String printed) {
    assertEquals(Match.EQUAL, Queries.compare(resolved(written).query(), printed(printed)));
  }

  private static void assertDifferent(String written, String printed) {
    assertEquals(Match.DIFFERENT, Queries.compare(resolved(written).query(), printed(printed)));
  }

  private static Query printed(String sql) {
    return new Query(sql, true, Collections.emptySortedSet());
  }
}
