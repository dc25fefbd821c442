package dev.drift.engine.sql.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The statements of the cases, broken at random: drift cuts them as the server does.
 *
 * <p>{@code -Ddrift.test.mutations=N} breaks more of them, {@code -Ddrift.test.seed=N} others.
 */
class CuttingAgreementTest {
  private static final int MUTATIONS = Integer.getInteger("drift.test.mutations", 250);
  private static final int SEED = Integer.getInteger("drift.test.seed", 1);
  private static final int MOST = 3;
  private static final int REPORTED = 3;

  /** Before, it was a character that no rule of the scanner accepts. */
  private static final boolean VERTICAL_TAB_IS_BLANK = TestPostgres.majorVersion() >= 16;

  /** What the cases have little of. */
  private static final List<String> STRANGE =
      List.of(
          "SELECT E'it\\'s \\\\', U&'d\\0061t!0061' UESCAPE '!', N'x', B'01', X'1F', $1, $a$ $b$ ;"
              + " $a$",
          "SELECT 'a'\n  'b;' -- c;\n  'd', \"we;ird\"\"name\", U&\"d\\0061t\"",
          "SELECT a[1:2], b::text, c := 1.5e-3, 0x1F, 1_000, .5, 1..2, -+-1, a@-b, a<-1, a*+-b",
          "/* a /* nested; */ comment */ SELECT 1 /* ; */ -- it's\n",
          "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1;"
              + " SELECT CASE WHEN a > 1 THEN 2 END; END",
          "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (';'); END",
          "CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN RETURN $q$;$q$; END $f$",
          "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; UPDATE b SET c = 1)",
          "DO $$ BEGIN PERFORM 'x''y'; END $$",
          "BEGIN",
          "END",
          "COMMENT ON TABLE t IS 'it''s; \\ '");

  @Test
  void brokenTextIsCutAsTheServerCutsIt() {
    List<String> statements = statements();
    var failures = new ArrayList<String>();
    try (var server = new ServerParser(TestPostgres.createDatabase())) {
      var agreement = new Agreement(server);
      for (int i = 0; i < MUTATIONS && failures.size() < REPORTED; i++) {
        String text = text(statements, new Random(SEED * 1_000_003L + i));
        Optional<String> disagreement = agreement.disagreement(text);
        if (disagreement.isPresent()) {
          failures.add(shrink(text, agreement));
        }
      }
    }

    assertEquals("", String.join("\n----\n", failures));
  }

  @Test
  void wholeTextIsCutAsTheServerCutsIt() {
    List<String> statements = statements();
    assertTrue(statements.size() > 500, "there are cases");
    try (var server = new ServerParser(TestPostgres.createDatabase())) {
      var agreement = new Agreement(server);
      List<String> failures =
          STRANGE.stream().flatMap(s -> agreement.disagreement(s + ";" + s).stream()).toList();

      assertEquals("", String.join("\n----\n", failures));
    }
  }

  /** A few statements, one after the other, broken. */
  private static String text(List<String> statements, Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(MOST); i >= 0; i--) {
      List<String> from = random.nextInt(3) == 0 ? STRANGE : statements;
      text.append(from.get(random.nextInt(from.size())))
          .append(random.nextInt(8) == 0 ? "" : ";")
          .append(random.nextBoolean() ? "\n" : " ");
    }
    String broken = new Mutations(random).mutate(text.toString());
    return VERTICAL_TAB_IS_BLANK ? broken : broken.replace('\u000B', ' ');
  }

  /** {@return the shortest text found that still is cut otherwise, and how} */
  private static String shrink(String text, Agreement agreement) {
    String shortest = text;
    for (int width = Math.max(1, text.length() / 2); width >= 1; width /= 2) {
      for (int at = shortest.length() - width; at >= 0; at -= width) {
        String shorter =
            Mutations.whole(
                shortest.substring(0, at)
                    + shortest.substring(Math.min(shortest.length(), at + width)));
        if (agreement.disagreement(shorter).isPresent()) {
          shortest = shorter;
        }
      }
    }
    return shortest + "\n=> " + agreement.disagreement(shortest).orElse("");
  }

  /** {@return the statements of all cases} */
  private static List<String> statements() {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
      var statements = new ArrayList<String>();
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        String text = Files.readString(file);
        for (Piece piece : StatementSplitter.split(text, Client.PSQL).pieces()) {
          if (piece instanceof Piece.Sql sql) {
            statements.add(
                text.substring(sql.tokens().getFirst().offset(), sql.tokens().getLast().end()));
          }
        }
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
