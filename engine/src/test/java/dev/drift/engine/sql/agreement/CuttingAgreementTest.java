package dev.drift.engine.sql.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.choice.Choices;
import dev.drift.engine.choice.Dice;
import dev.drift.engine.choice.Tries;
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
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/**
 * The statements of the cases, broken at random: drift cuts them as the server does.
 *
 * <p>{@code -Ddrift.test.mutations=N} breaks more of them.
 */
class CuttingAgreementTest {
  private static final int MOST = 3;

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

  private static final List<String> STATEMENTS = statements();

  private static final ServerParser SERVER = new ServerParser(TestPostgres.createDatabase());

  @Tries(value = 250, property = "drift.test.mutations")
  void brokenTextIsCutAsTheServerCutsIt(@ForAll("broken") String text) {
    assertEquals(Optional.empty(), new Agreement(SERVER).disagreement(text), text);
  }

  @Example
  void wholeTextIsCutAsTheServerCutsIt() {
    assertTrue(STATEMENTS.size() > 500, "there are cases");
    var agreement = new Agreement(SERVER);
    List<String> failures =
        STRANGE.stream().flatMap(s -> agreement.disagreement(s + ";" + s).stream()).toList();

    assertEquals("", String.join("\n----\n", failures));
  }

  @Provide
  Arbitrary<String> broken() {
    return Choices.texts(CuttingAgreementTest::text);
  }

  /** A few statements, one after the other, broken. */
  private static String text(Dice dice) {
    var text = new StringBuilder();
    for (int i = dice.below(MOST); i >= 0; i--) {
      text.append(dice.one(dice.chance(33) ? STRANGE : STATEMENTS))
          .append(dice.chance(12) ? "" : ";")
          .append(dice.one("\n", " "));
    }
    String broken = new Mutations(dice).mutate(text.toString());
    return VERTICAL_TAB_IS_BLANK ? broken : broken.replace('\u000B', ' ');
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
