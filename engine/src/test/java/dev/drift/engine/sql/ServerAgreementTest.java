package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What constants and names mean, as the server says it. */
class ServerAgreementTest {
  private static final List<String> PLAIN =
      List.of("a", "''", "\\", "$", "\n", "--", "/*", ";", "é", "'\n'", "' -- x\n  '");
  private static final List<String> ESCAPED =
      List.of(
          "a",
          "''",
          "\\'",
          "\\\\",
          "\\n",
          "\\t",
          "\\q",
          "\\x41",
          "\\x09",
          "\\101",
          "\\7",
          "\\u00e9",
          "\\U0001F600",
          "\\xc3\\xa9",
          "\\303\\251",
          "\n",
          "é",
          "'\n'",
          "\\\n");
  private static final List<String> UNICODE =
      List.of("a", "''", "\\0061", "\\+01F600", "\\\\", "é", "\n");
  private static final List<String> DOLLAR = List.of("a", "$", "$$", "$b$", "'", "\\", "\n", ";");
  private static final List<String> NAME =
      List.of("a", "B", "Ä", "ß", "\uD83D\uDE00", "_", "9", "$", "aVeryLongPartOfANameIndeed");

  private final Random random = new Random(42);

  private String some(List<String> parts, int most) {
    return random
        .ints(random.nextInt(most), 0, parts.size())
        .mapToObj(parts::get)
        .collect(Collectors.joining());
  }

  @Test
  void stringsMeanTheSame() {
    var constants = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      constants.add("'" + some(PLAIN, 8) + "'");
      constants.add("E'" + some(ESCAPED, 8) + "'");
      constants.add("U&'" + some(UNICODE, 8) + "'");
      constants.add("$t$" + some(DOLLAR, 8) + "$t$");
    }

    var values = new ArrayList<String>();
    for (String constant : constants) {
      List<Token> tokens = Tokenizer.tokenize(constant);
      assertEquals(1, tokens.size(), constant);
      values.add(tokens.get(0).value());
    }
    assertEquals(
        values,
        TestPostgres.query(
            TestPostgres.createDatabase(),
            "SELECT unnest(ARRAY[" + String.join(",", constants) + "])"));
  }

  @Test
  void namesMeanTheSame() {
    String database = TestPostgres.createDatabase();
    var values = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      String name = "x" + i + some(NAME, 6);
      String written = i % 2 == 0 ? name : '"' + name + '"';
      TestPostgres.execute(database, "CREATE TABLE t" + i + " (" + written + " int)");
      values.add(Tokenizer.tokenize(written).get(0).value());
    }

    assertEquals(
        values,
        TestPostgres.query(
            database,
            "SELECT attname::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
                + " WHERE attnum > 0 AND relnamespace = 'public'::regnamespace ORDER BY c.oid"));
  }
}
