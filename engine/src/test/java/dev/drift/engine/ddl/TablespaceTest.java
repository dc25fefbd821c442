package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where tables and indexes are kept that do not say so themselves. */
class TablespaceTest {
  private static final String FAST = "SET default_tablespace = fast;\n";

  @Test
  void newTablesAndIndexesAreWhereTheSessionSays() {
    assertEquals(
        "public.a=fast public.b=none public.c=fast public.d=none public.i=fast public.m=fast"
            + " public.p=none ",
        places(
            FAST
                + """
                CREATE TABLE a (id int);
                CREATE TABLE b (id int) TABLESPACE pg_default;
                CREATE TABLE c AS SELECT 1 AS x;
                CREATE INDEX i ON a (id);
                CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
                RESET default_tablespace;
                CREATE TABLE d (LIKE a);
                SELECT set_config('default_tablespace', 'pg_default', false);
                CREATE TABLE p (id int);
                """));
  }

  @Test
  void partitionsAndTheirIndexesAreWhereTheirTablesAre() {
    assertEquals(
        "public.p=fast public.p1=fast public.p1_id_idx=other public.p2=none public.p_id_idx=other ",
        places(
            """
            CREATE TABLE p (id int) PARTITION BY RANGE (id) TABLESPACE fast;
            CREATE INDEX ON p (id) TABLESPACE other;
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
            DROP INDEX p_id_idx;
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (2) TO (3) TABLESPACE pg_default;
            CREATE INDEX ON ONLY p (id) TABLESPACE other;
            CREATE INDEX p1_id_idx ON p1 (id) TABLESPACE other;
            ALTER INDEX p_id_idx ATTACH PARTITION p1_id_idx;
            """));
  }

  @Test
  void whereAnIndexIsIsCopiedWithIt() {
    assertEquals(
        "public.a=none public.b=fast public.b_id_idx=fast public.c=none public.c_id_idx=fast"
            + " public.i=none ",
        places(
            "CREATE TABLE a (id int); CREATE INDEX i ON a (id);\n"
                + FAST
                + "CREATE TABLE b (LIKE a INCLUDING ALL); RESET ALL;"
                + "CREATE TABLE c (LIKE b INCLUDING ALL)"));
  }

  @Test
  void aMaterializedViewIsMoved() {
    assertEquals(
        "public.m=fast ",
        places(
            "CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; ALTER MATERIALIZED VIEW m SET TABLESPACE"
                + " fast"));
  }

  private static String places(String sql) {
    Script script = Script.of(sql).clean();
    var places = new TreeMap<String, Optional<String>>();
    script
        .names(Kind.TABLE)
        .forEach(name -> places.put(name, script.get(Table.class, name).tablespace()));
    script
        .names(Kind.INDEX)
        .forEach(name -> put(places, name, script.get(Index.class, name).tablespace()));
    script
        .names(Kind.PARTITION_INDEX)
        .forEach(name -> put(places, name, script.get(PartitionIndex.class, name).tablespace()));
    script
        .names(Kind.MATERIALIZED_VIEW)
        .forEach(name -> places.put(name, script.get(MaterializedView.class, name).tablespace()));
    var text = new StringBuilder();
    places.forEach((name, place) -> text.append(name + "=" + place.orElse("none")).append(' '));
    return text.toString();
  }

  /** An index's path names its table, which does not matter here. */
  private static void put(
      TreeMap<String, Optional<String>> places, String path, Optional<String> place) {
    List<String> parts = List.of(path.split("[.]"));
    places.put(parts.getFirst() + "." + parts.getLast(), place);
  }
}
