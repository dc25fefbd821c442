package dev.drift.engine.catalog;

import static dev.drift.engine.catalog.Snapshots.find;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ForeignKey.Action;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.Unique;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConstraintReaderTest {
  private static final ObjectId T = ObjectId.table("public", "t");
  private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

  @Test
  void readsTheConstraintsOfATable() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE TABLE r (x int, y int, PRIMARY KEY (x, y));
            CREATE TABLE t (
              id int, a int, b int, c box,
              CONSTRAINT t_pk PRIMARY KEY (id) INCLUDE (b) WITH (fillfactor = 70),
              CONSTRAINT t_u UNIQUE (b, a) DEFERRABLE,
              CONSTRAINT t_f FOREIGN KEY (b, a) REFERENCES r (y, x) MATCH FULL
                ON UPDATE SET NULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
              CONSTRAINT t_x EXCLUDE USING gist (c WITH &&) WHERE (a > 3));
            """
                    .replace("REFERENCES r (y, x)", "REFERENCES r")
                + """
                ALTER TABLE t ADD CONSTRAINT t_c CHECK (a < 5 OR b IS NULL) NO INHERIT NOT VALID;
                COMMENT ON CONSTRAINT t_u ON t IS 'said';
                """);

    assertEquals(
        new PrimaryKey(
            T.child(Kind.PRIMARY_KEY, "t_pk"),
            List.of("id"),
            List.of("b"),
            Deferral.NOT_DEFERRABLE,
            new TreeMap<>(Map.of("fillfactor", "70")),
            Optional.empty(),
            false),
        find(model, T.child(Kind.PRIMARY_KEY, "t_pk"), PrimaryKey.class));
    assertEquals(
        new Unique(
            T.child(Kind.UNIQUE, "t_u"),
            List.of("b", "a"),
            List.of(),
            false,
            Deferral.DEFERRABLE,
            NONE,
            Optional.empty(),
            false),
        find(model, T.child(Kind.UNIQUE, "t_u"), Unique.class));
    assertEquals(
        new ForeignKey(
            T.child(Kind.FOREIGN_KEY, "t_f"),
            List.of("b", "a"),
            ObjectId.table("public", "r"),
            List.of("x", "y"),
            "full",
            Action.SET_NULL,
            Action.CASCADE,
            List.of(),
            Deferral.INITIALLY_DEFERRED,
            true,
            true,
            false,
            Optional.of("r_pkey")),
        find(model, T.child(Kind.FOREIGN_KEY, "t_f"), ForeignKey.class));
    assertEquals(
        new Exclusion(
            T.child(Kind.EXCLUSION, "t_x"),
            "gist",
            List.of(new Exclusion.Element(column("c"), "&&")),
            List.of(),
            Optional.of(new Expression("a > 3")),
            Deferral.NOT_DEFERRABLE,
            NONE,
            Optional.empty()),
        find(model, T.child(Kind.EXCLUSION, "t_x"), Exclusion.class));
    assertEquals(
        new Check(
            T.child(Kind.CHECK, "t_c"),
            new Expression("(a < 5) OR (b IS NULL)"),
            true,
            false,
            true),
        find(model, T.child(Kind.CHECK, "t_c"), Check.class));
    Comment said = Comment.on(T.child(Kind.UNIQUE, "t_u"), "said");
    assertEquals(said, find(model, said.id(), Comment.class));
    assertEquals(0, model.ofKind(Kind.INDEX).size());
  }

  @Test
  void readsIndexes() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE TABLE t (a int, b text, "C" varchar(9) COLLATE "C", e text[], PRIMARY KEY (a));
            CREATE UNIQUE INDEX i1 ON t (a DESC NULLS LAST, lower(b) text_pattern_ops, (a + 1))
              INCLUDE (b) WITH (fillfactor = 50) WHERE b IS NOT NULL AND a <> 7;
            CREATE INDEX i2 ON t ("C", b COLLATE "POSIX", (b || 'x') COLLATE "C");
            CREATE INDEX i3 ON t USING gin (e);
            COMMENT ON INDEX i3 IS 'said';
            """);

    var i1 = T.child(Kind.INDEX, "i1");
    assertEquals(
        new Index(
            i1,
            true,
            "btree",
            List.of(
                new IndexKey(
                    new Expression("a"),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    NONE,
                    true,
                    false),
                new IndexKey(
                    new Expression("lower(b)"),
                    false,
                    Optional.empty(),
                    Optional.of(new QualifiedName("pg_catalog", "text_pattern_ops")),
                    NONE,
                    false,
                    false),
                new IndexKey(
                    new Expression("a + 1"),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    NONE,
                    false,
                    false)),
            List.of("b"),
            false,
            Optional.of(new Expression("(b IS NOT NULL) AND (a <> 7)")),
            new TreeMap<>(Map.of("fillfactor", "50")),
            Optional.empty(),
            false,
            true),
        find(model, i1, Index.class));
    List<IndexKey> keys = find(model, T.child(Kind.INDEX, "i2"), Index.class).keys();
    assertEquals(column("\"C\""), keys.get(0));
    assertEquals(Optional.of(new QualifiedName("pg_catalog", "POSIX")), keys.get(1).collation());
    assertEquals(Optional.of(new QualifiedName("pg_catalog", "C")), keys.get(2).collation());
    assertEquals("b || 'x'::text", keys.get(2).expression().sql());
    Index gin = find(model, T.child(Kind.INDEX, "i3"), Index.class);
    assertEquals("gin", gin.method());
    assertEquals(List.of(column("e")), gin.keys());
    Comment said = Comment.on(gin.id(), "said");
    assertEquals(said, find(model, said.id(), Comment.class));
  }

  private static IndexKey column(String name) {
    return new IndexKey(
        new Expression(name), true, Optional.empty(), Optional.empty(), NONE, false, false);
  }
}
