package dev.drift.engine.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.canon.typing.OutputColumn;
import dev.drift.engine.ddl.Script;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Tokenizer;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a server prints for a query must be equal to the query as written, and what it prints for
 * another one different. {@code -Ddrift.test.random=N} makes N queries instead of a few hundred,
 * {@code -Ddrift.test.seed=N} others.
 */
class SpellingTest {
  private static final int COUNT = Integer.getInteger("drift.test.random", 400);
  private static final long SEED = Long.getLong("drift.test.seed", 1);

  private static final String ATTEMPT =
      """
      CREATE FUNCTION attempt(query text) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE printed text; types text; plan text := ''; line text;
      BEGIN
        EXECUTE 'CREATE VIEW attempted AS ' || query;
        PERFORM set_config('search_path', '', false);
        printed := pg_get_viewdef('public.attempted'::regclass);
        SELECT string_agg(format_type(atttypid, atttypmod), ';' ORDER BY attnum) INTO types
        FROM pg_attribute WHERE attrelid = 'public.attempted'::regclass;
        FOR line IN EXPLAIN (VERBOSE, COSTS OFF) SELECT * FROM public.attempted LOOP
          plan := plan || ' ' || line;
        END LOOP;
        PERFORM set_config('search_path', 'public', false);
        DROP VIEW attempted;
        RETURN types || E'\\n' || plan || E'\\n' || printed;
      EXCEPTION WHEN OTHERS THEN
        RETURN 'refused: ' || SQLERRM;
      END $$;
      """;

  /**
   * What the server made of a query: nothing if it refused; what is planned alike means the same.
   */
  private record Made(String written, List<String> types, String plan, String printed) {}

  @Test
  void whatTheServerPrintsMeansWhatWasWritten() {
    Objects objects = objects();
    var wrong = new ArrayList<String>();
    int told = 0;
    int untold = 0;
    int major = TestPostgres.majorVersion();
    List<Made> views = made(IntStream.range(0, COUNT).mapToObj(i -> written(SEED + i)).toList());
    for (Made made : views) {
      if (made.types().isEmpty()) {
        continue;
      }
      Queries.Outcome outcome = resolved(made.written(), objects);
      if (!(outcome instanceof Queries.Outcome.Resolved resolved)) {
        wrong.add("not resolved: " + made + "\n  " + outcome);
        continue;
      }
      Match match = compare(resolved.query(), made.printed(), objects);
      if (match != Match.EQUAL) {
        wrong.add(match + ": " + made.written() + "\n  " + made.printed());
      }
      List<Optional<TypeName>> types =
          Queries.columns(resolved.query(), objects, major).stream()
              .map(OutputColumn::type)
              .toList();
      for (int i = 0; i < types.size(); i++) {
        String actual = made.types().get(i);
        told += types.get(i).isPresent() ? 1 : 0;
        untold += types.get(i).isPresent() ? 0 : 1;
        if (types.get(i).filter(type -> !type.equals(Types.parse(actual))).isPresent()) {
          wrong.add("type " + types.get(i).get() + " is " + actual + ": " + made.written());
        }
      }
    }
    assertEquals("", String.join("\n", wrong), () -> wrong.size() + " of " + COUNT);
    assertTrue(views.stream().filter(made -> !made.types().isEmpty()).count() > COUNT / 3);
    assertTrue(untold < told / 20, untold + " types are not told, " + told + " are");
  }

  @Test
  void whatTheServerPrintsForAnotherQueryIsDifferent() {
    Objects objects = objects();
    var mutation = new Mutation(SEED);
    var wrong = new ArrayList<String>();
    List<Made> views =
        made(IntStream.range(0, COUNT).mapToObj(i -> written(SEED + i)).toList()).stream()
            .filter(made -> !made.types().isEmpty())
            .toList();
    List<Made> others = made(views.stream().map(made -> mutation.of(made.written())).toList());
    for (int i = 0; i < views.size(); i++) {
      Made view = views.get(i);
      Made other = others.get(i);
      boolean same =
          other.types().isEmpty()
              || view.types().equals(other.types())
                  && (view.plan().equals(other.plan())
                      || Mutation.plain(view.printed()).equals(Mutation.plain(other.printed())));
      if (same
          || !(resolved(view.written(), objects) instanceof Queries.Outcome.Resolved resolved)) {
        continue;
      }
      Match match = compare(resolved.query(), other.printed(), objects);
      if (match != Match.DIFFERENT) {
        wrong.add(
            match
                + ": "
                + view.written()
                + "\n  "
                + other.written()
                + "\n"
                + view.printed()
                + "\n"
                + other.printed());
      }
    }
    assertEquals("", String.join("\n", wrong), () -> wrong.size() + " of " + views.size());
  }

  private static String written(long seed) {
    return new RandomSql(seed).query();
  }

  private static Match compare(Query written, String printed, Objects objects) {
    String text = printed.strip().replaceFirst(";$", "");
    var query = new Query(text, true, Collections.emptySortedSet());
    return Queries.compare(written, query, Surroundings.of(objects));
  }

  private static Queries.Outcome resolved(String sql, Objects objects) {
    return Queries.resolve(Tokenizer.tokenize(sql), new Scope(objects, List.of("public")));
  }

  private static Objects objects() {
    return Script.of(RandomSql.SCHEMA).replayed().model();
  }

  private static List<Made> made(List<String> queries) {
    String database = TestPostgres.createDatabase();
    TestPostgres.execute(database, RandomSql.SCHEMA);
    TestPostgres.execute(database, ATTEMPT);
    var made = new ArrayList<Made>();
    for (int from = 0; from < queries.size(); from += 100) {
      List<String> part = queries.subList(from, Math.min(from + 100, queries.size()));
      String list = part.stream().map(Identifiers::literal).collect(Collectors.joining(", "));
      String sql =
          "SELECT public.attempt(q) FROM (SELECT set_config('search_path', 'public', false)) s,"
              + " unnest(ARRAY["
              + list
              + "]) WITH ORDINALITY AS a(q, n) ORDER BY n";
      List<String> results = TestPostgres.query(database, sql);
      for (int i = 0; i < part.size(); i++) {
        made.add(read(part.get(i), results.get(i)));
      }
    }
    return made;
  }

  private static Made read(String written, String result) {
    String[] parts = result.split("\n", 3);
    return parts.length < 3
        ? new Made(written, List.of(), "", result)
        : new Made(written, List.of(parts[0].split(";")), parts[1], parts[2]);
  }
}
