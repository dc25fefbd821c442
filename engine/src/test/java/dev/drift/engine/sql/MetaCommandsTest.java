package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetaCommandsTest {
  @Test
  void takesNameAndArgumentsApart() {
    assertEquals("set", MetaCommands.name("\\set x  'a b' c"));
    assertEquals(List.of("x", "'a b'", "c"), MetaCommands.arguments("\\set x  'a b' c"));
    assertEquals("q", MetaCommands.name("\\q"));
    assertEquals(List.of(), MetaCommands.arguments("\\q"));
    assertEquals(List.of("`date +%s`"), MetaCommands.arguments("\\echo `date +%s`"));
  }

  @Test
  void unquotesAsPsqlDoes() {
    assertEquals("it's\n", MetaCommands.unquote("'it''s\\n'"));
    assertEquals("a b", MetaCommands.unquote("\"a b\""));
    assertEquals("ab'c", MetaCommands.unquote("a'b'''c"));
    assertEquals("plain", MetaCommands.unquote("plain"));
  }
}
