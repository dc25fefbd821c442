package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.sql.StatementSplitter.Split;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
  private static List<String> split(String sql) {
    return texts(StatementSplitter.split(sql, Client.PSQL));
  }

  private static List<String> texts(Split split) {
    return split.pieces().stream().map(StatementSplitterTest::text).toList();
  }

  private static String text(Piece piece) {
    return switch (piece) {
      case Piece.Sql sql -> String.join(" ", sql.tokens().stream().map(Token::text).toList());
      case Piece.MetaCommand command -> "<" + command.text() + ">";
    };
  }

  @Test
  void cutsAtSemicolons() {
    assertEquals(List.of("a", "b", "c"), split("a;\n;;b ; -- x;y\nc"));
    assertEquals(List.of(), split(" -- only ; a comment"));
    assertEquals(List.of("a ';' \";\" $$;$$ b"), split("a ';' \";\" $$;$$ /* ; */ b;"));
  }

  @Test
  void keepsWhatIsInParenthesesTogether() {
    assertEquals(
        List.of("CREATE RULE r AS ON INSERT TO t DO ( DELETE FROM a ; DELETE FROM b )", "c"),
        split("CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); c"));
    assertEquals(List.of("a )", "b"), split("a ); b"));
  }

  @Test
  void keepsRoutineBodiesTogether() {
    String body = "BEGIN ATOMIC SELECT 1 ; SELECT CASE WHEN a THEN 1 END ; END";
    assertEquals(
        List.of("CREATE FUNCTION f ( ) RETURNS int " + body, "x"),
        split("CREATE FUNCTION f() RETURNS int " + body + "; x"));
    assertEquals(
        List.of("create or replace procedure p ( ) " + body, "x"),
        split("create or replace procedure p() " + body + "; x"));
  }

  @Test
  void aBodyEndsWhereAStatementCouldStart() {
    String body =
        "CREATE FUNCTION f ( ) RETURNS int BEGIN ATOMIC SELECT 1 END ; SELECT a AS case ; END";
    assertEquals(List.of(body, "x"), split(body + "; x"));
    String empty = "CREATE PROCEDURE p ( ) BEGIN ATOMIC END";
    assertEquals(List.of(empty, "x"), split(empty + "; x"));
  }

  @Test
  void opensNoBodyElsewhere() {
    assertEquals(List.of("BEGIN", "a", "END", "b"), split("BEGIN; a; END; b"));
    assertEquals(List.of("SELECT BEGIN ATOMIC a", "b"), split("SELECT BEGIN ATOMIC a; b"));
    assertEquals(
        List.of("CREATE FUNCTION begin ( ) RETURNS int AS 'x'", "b"),
        split("CREATE FUNCTION begin() RETURNS int AS 'x'; b"));
    assertEquals(
        List.of("CREATE FUNCTION f ( begin atomic ) AS 'x'", "b"),
        split("CREATE FUNCTION f(begin atomic) AS 'x'; b"));
  }

  @Test
  void passesOverCopyData() {
    assertEquals(
        List.of("COPY t ( a , b ) FROM stdin", "SELECT 1"),
        split("COPY t (a, b) FROM stdin;\n1\tit's;\n\\N\t$$\n\\.\n\nSELECT 1;"));
    assertEquals(
        List.of("COPY t FROM STDIN WITH ( FORMAT csv )", "a", "b"),
        split("COPY t FROM STDIN WITH (FORMAT csv); a; -- x\r\n\"\r\n\\.\r\nb;"));
    assertEquals(List.of("COPY t FROM stdin"), split("COPY t FROM stdin;\n1;2\n3;4\n"));
    assertEquals(List.of("COPY t FROM stdin"), split("COPY t FROM stdin;"));
    assertEquals(List.of("COPY t FROM 'file'", "a"), split("COPY t FROM 'file';\na;"));
  }

  @Test
  void countsLinesBehindCopyData() {
    Split split = StatementSplitter.split("COPY t FROM stdin;\n1\n2\n\\.\n a", Client.DRIVER);
    Token a = ((Piece.Sql) split.pieces().get(1)).tokens().get(0);
    assertEquals("5:2", a.line() + ":" + a.column());
  }

  @Test
  void findsMetaCommands() {
    assertEquals(
        List.of("<\\connect db>", "a", "<\\set x 'it;s'>", "b"),
        split("\\connect db\na;\n  \\set x 'it;s'\nb;"));
    assertEquals(
        List.of("<\\restrict abc>", "a", "<\\unrestrict abc>"),
        split("\\restrict abc\n\na;\n\\unrestrict abc\n"));
    assertEquals(List.of("<\\echo it's>", "a"), split("\\echo it's\na;"));
    assertEquals(List.of("<\\pset x>", "a", "b"), split("\\pset x \\\\ a;\nb"));
  }

  @Test
  void metaCommandsMayStandInAStatement() {
    assertEquals(List.of("a", "<\\gset>", "b"), split("a \\gset\nb;"));
    assertEquals(List.of("<\\echo x>", "a b"), split("a\n\\echo x\nb;"));
    assertEquals(List.of("<\\r>", "b"), split("a (\n\\r\nb;"));
    assertEquals(List.of("a", "b"), split("a \\; b;"));
  }

  @Test
  void driversKnowNoMetaCommands() {
    Split split = StatementSplitter.split("\\connect db\na;", Client.DRIVER);
    assertEquals(List.of("\\ connect db a"), texts(split));
  }

  @Test
  void losesNothingBeforeWhatIsUnterminated() {
    Split split = StatementSplitter.split("a; b;\nc 'd; e;\n", Client.PSQL);
    assertEquals(List.of("a", "b"), texts(split));
    Unterminated unterminated = split.unterminated().orElseThrow();
    assertEquals("2:3", unterminated.line() + ":" + unterminated.column());

    Split comment = StatementSplitter.split("a; b /* c;", Client.PSQL);
    assertEquals(List.of("a"), texts(comment));
    assertTrue(comment.unterminated().isPresent());
  }

  @Test
  void readsPartsOfAFile() {
    String file = "x;\na; b\ny;";
    Split split = StatementSplitter.split(file, 3, 7, 2, 1, Client.DRIVER);
    assertEquals(List.of("a", "b"), texts(split));
    assertEquals(2, ((Piece.Sql) split.pieces().get(1)).tokens().get(0).line());
  }
}
