package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.sql.StatementSplitter.Client;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Megabytes of what a careless scanner would look at again and again. */
class HostileInputTest {
  private static final int LENGTH = 1_000_000;
  private static final int TENFOLD = 10 * LENGTH;

  static Stream<String> patterns() {
    return Stream.of(
        "/*",
        "/* */",
        "/*/",
        "*/",
        "$",
        "$$",
        "$a",
        "$a$",
        "$a$b",
        "$1",
        "'",
        "''",
        "' ",
        "'\n",
        "E'\\",
        "E'\\'",
        "'a'\n",
        "'a' --\n",
        "'a' /* */",
        "U&'a' ",
        "U&'a'--\n",
        "U&'a' uescape ",
        "\"",
        "\"\"",
        "+-",
        "+",
        "*+",
        "@+",
        "-- ",
        "--\n",
        "- ",
        "(",
        ")",
        "((a;",
        ";",
        "a",
        "a ",
        "1e",
        "0x",
        "1_",
        "..",
        ":",
        "\\",
        "\\ ",
        "\\'",
        "\\\n",
        "\\;",
        "\\g\n",
        "\\\\",
        "\\`",
        "COPY t FROM stdin;\n",
        "COPY t FROM stdin;",
        "COPY ",
        "CREATE FUNCTION BEGIN ATOMIC ",
        "BEGIN ATOMIC ",
        "CASE ",
        "\n",
        "\r",
        "\0",
        "\u00A0",
        "\uD800",
        "$\u00E4",
        "b'",
        "x'1",
        "copy a from stdin \\g\n");
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void isReadInLinearTime(String pattern) {
    read(pattern, LENGTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/*", "/* x */ '", "$", "$a$ ", "'", "'' ' ", "+-", "COPY t FROM stdin;"})
  void isReadInLinearTimeByTheTenMegabytes(String pattern) {
    read(pattern, TENFOLD);
  }

  private static void read(String pattern, int length) {
    String text = pattern.repeat(length / pattern.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> assertTrue(StatementSplitter.split(text, Client.PSQL).pieces().size() <= length));
  }
}
