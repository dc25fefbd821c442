package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.choice.Choices;
import dev.drift.engine.choice.Dice;
import dev.drift.engine.choice.Tries;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.sql.StatementSplitter.Split;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What holds of any text, shown on broken ones. */
class MutationTest {
  private static final String SCRIPT =
      """
      CREATE TABLE "T" (a int DEFAULT -1, b text[] CHECK (b <> '{it''s}'), c numeric(10, 2));
      -- a comment; with 'quotes'
      CREATE FUNCTION f(x int) RETURNS int LANGUAGE plpgsql AS $body$ BEGIN RETURN $1 + 1; END $body$;
      /* nested /* comment */ ; */
      CREATE OR REPLACE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT CASE WHEN 1<2 THEN 3 END; END;
      COPY t (a) FROM stdin;
      1\t2
      \\.
      \\set x 'y z'
      INSERT INTO t VALUES (E'\\'\\x41', U&'d\\0061', B'01', 1.5e-3, :x, a.b::text) \\g
      """;
  private static final List<String> PARTS =
      List.of(
          "'",
          "\"",
          "$$",
          "$body$",
          "$",
          "/*",
          "*/",
          "--",
          "(",
          ")",
          ";",
          "\\",
          "\n",
          "\r",
          "\0",
          "E'",
          "U&\"",
          "begin atomic",
          "end",
          "+-",
          ":",
          "\\.",
          "COPY x FROM stdin;",
          "\uD800");

  @Provide
  Arbitrary<String> broken() {
    return Choices.texts(MutationTest::broken);
  }

  private static String broken(Dice dice) {
    var text = new StringBuilder(SCRIPT);
    for (int i = dice.below(6); i >= 0; i--) {
      int at = dice.below(text.length());
      if (dice.chance(50)) {
        text.insert(at, dice.one(PARTS));
      } else {
        text.delete(at, Math.min(text.length(), at + dice.below(20)));
      }
    }
    return text.toString();
  }

  @Tries(value = 1000, property = "drift.test.mutations")
  void tokensStandWhereTheySayAndSplitTheSameAgain(@ForAll("broken") String text) {
    Split split = StatementSplitter.split(text, Client.PSQL);
    int end = 0;
    for (Piece piece : split.pieces()) {
      if (piece instanceof Piece.Sql sql) {
        for (Token token : sql.tokens()) {
          assertTrue(token.offset() >= end, text);
          assertEquals(token.text(), text.substring(token.offset(), token.end()));
          assertEquals(line(text, token.offset()), token.line());
          end = token.end();
        }
        String again = text.substring(sql.tokens().get(0).offset(), end);
        if (again.indexOf('\\') < 0) {
          assertEquals(texts(sql.tokens()), texts(Tokenizer.tokenize(again)));
        }
      }
    }
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(Token::text).toList();
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
