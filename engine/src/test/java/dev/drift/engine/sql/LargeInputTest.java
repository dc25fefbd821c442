package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drift.engine.sql.StatementSplitter.Client;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty megabytes of ordinary SQL. */
class LargeInputTest {
  private static final int SMALL = 5_000_000;
  private static final int LARGE = 50_000_000;

  /** Ten times the text may take twice ten times as long, for the machine is not ours alone. */
  private static final int MOST_TIMES_LONGER = 20;

  /**
   * Bytes held for a byte of text: the tokens with their places; it was 13 when this was written.
   */
  private static final int MOST_BYTES = 20;

  private static final int STATEMENTS = 4;

  private static final long MEMORY = 1_400_000_000;

  private static String script(int length) {
    var text = new StringBuilder(length + 1000);
    for (int i = 0; text.length() < length; i++) {
      text.append(
          """
          -- table %1$d; it's one of many
          CREATE TABLE app.orders_%1$d (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            "Kind" text NOT NULL DEFAULT 'it''s', price numeric(10, 2) CHECK (price >= 0));
          CREATE FUNCTION f_%1$d(a int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN RETURN a; END $f$;
          INSERT INTO app.orders_%1$d ("Kind", price) VALUES ('a', 1.5), (E'b\\n', 2), ('c', -3e2);
          /* nested /* comment */ ; */ CREATE INDEX ON app.orders_%1$d (lower("Kind"), price DESC);
          """
              .formatted(i));
    }
    return text.toString();
  }

  @Test
  void timeAndMemoryGrowWithTheText() {
    assumeTrue(Runtime.getRuntime().maxMemory() > MEMORY, "there is memory for it");
    String small = script(SMALL);
    String large = script(LARGE);
    long shortest = IntStream.range(0, 3).mapToLong(i -> nanos(small)).min().orElseThrow();
    long before = held();
    long start = System.nanoTime();
    List<Piece> pieces = StatementSplitter.split(large, Client.PSQL).pieces();
    long time = System.nanoTime() - start;
    long bytes = held() - before;

    int expected = STATEMENTS * (int) large.lines().filter(l -> l.startsWith("--")).count();
    assertEquals(expected, pieces.size());
    assertTrue(
        time < shortest * MOST_TIMES_LONGER,
        () -> "%d ms, and a tenth of it %d ms".formatted(time / 1_000_000, shortest / 1_000_000));
    assertTrue(
        bytes < (long) MOST_BYTES * large.length(), () -> "%d MB held".formatted(bytes >> 20));
  }

  private static long nanos(String text) {
    long start = System.nanoTime();
    assertTrue(StatementSplitter.split(text, Client.PSQL).unterminated().isEmpty());
    return System.nanoTime() - start;
  }

  /** What is in use when all that nobody needs is gone. */
  private static long held() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
