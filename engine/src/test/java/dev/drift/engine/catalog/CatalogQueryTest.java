package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogQueryTest {
  @Test
  void keepsTheLinesOfTheVersion() {
    String sql =
        """
        SELECT a, -- a comment
               b, -- from 14
               c, -- to 13
               d, -- from 13
        """;

    assertEquals("SELECT a, -- a comment\n       c, -- to 13\n", CatalogQuery.forMajor(sql, 12));
    assertEquals(
        "SELECT a, -- a comment\n       c, -- to 13\n       d, -- from 13\n",
        CatalogQuery.forMajor(sql, 13));
    assertEquals(
        "SELECT a, -- a comment\n       b, -- from 14\n       d, -- from 13\n",
        CatalogQuery.forMajor(sql, 14));
  }

  @Test
  void everyFamilyHasAQueryForEveryVersion() {
    for (CatalogReader reader : CatalogReader.ALL) {
      IntStream.rangeClosed(12, 18)
          .mapToObj(major -> CatalogQuery.load(reader.family(), major))
          .forEach(sql -> assertFalse(sql.contains(";"), reader.family()));
    }
  }
}
