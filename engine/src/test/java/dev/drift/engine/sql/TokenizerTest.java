package dev.drift.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.sql.Token.Type;
import dev.drift.engine.sql.Unterminated.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  private static List<String> texts(String sql) {
    return Tokenizer.tokenize(sql).stream().map(Token::text).toList();
  }

  private static Token only(String sql) {
    List<Token> tokens = Tokenizer.tokenize(sql);
    assertEquals(1, tokens.size(), tokens::toString);
    return tokens.get(0);
  }

  @Test
  void cutsAStatementIntoItsTokens() {
    assertEquals(
        List.of(
            "CREATE", "TABLE", "a", ".", "\"B\"", "(", "c", "int", "[", "]", ",", "d", "::", "text",
            ")", ";"),
        texts("CREATE TABLE a.\"B\" (c int[], d::text);"));
  }

  @Test
  void knowsThePlaceOfEachToken() {
    List<Token> tokens = Tokenizer.tokenize("a\r\n  b /* x\n y */ 'c\nd' e");

    assertEquals(
        List.of("1:1@0", "2:3@5", "3:7@18", "4:4@24"),
        tokens.stream().map(t -> t.line() + ":" + t.column() + "@" + t.offset()).toList());
  }

  @Test
  void foldsOnlyAsciiLetters() {
    assertEquals("größe_Ä", only("GRößE_Ä").value());
    assertEquals("Größe", only("\"Größe\"").value());
  }

  @Test
  void cutsNamesTo63BytesButNoCharacterInTwo() {
    assertEquals("a".repeat(63), only("A".repeat(70)).value());
    assertEquals("ä".repeat(31), only("ä".repeat(40)).value());
    assertEquals("\uD83D\uDE00".repeat(15), only('"' + "\uD83D\uDE00".repeat(16) + '"').value());
    assertEquals(70, only("A".repeat(70)).text().length());
  }

  @Test
  void namesMayHoldDollarsAndDigits() {
    assertEquals(List.of("a$1$b", "$", "1"), texts("a$1$b $ 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "'it''s' § it's",
        "'back\\slash' § back\\slash",
        "E'it\\'s' § it's",
        "e'a\\\\b' § a\\b",
        "E'\\x41\\102\\u0043\\U00000044' § ABCD",
        "E'\\xc3\\xa9' § é",
        "N'x' § x",
        "U&'d\\0061t\\+000061' § data",
        "U&'d!0061ta' UESCAPE '!' § data",
        "U&'\\\\' § \\",
        "$$it's$$ § it's",
        "$a$x$b$y$a$ § x$b$y",
        "$ä1$x$ä1$ § x",
      })
  void readsStrings(String sql, String value) {
    Token token = only(sql);

    assertEquals(Type.STRING, token.type());
    assertEquals(value, token.value());
    assertEquals(sql, token.text());
  }

  @Test
  void stringsGoOnAfterANewline() {
    assertEquals("foobar", only("'foo'\n'bar'").value());
    assertEquals("foobar", only("'foo'  -- why\n -- not\n  'bar'").value());
    assertEquals("foo\tbar", only("E'foo'\r'\\tbar'").value());
    assertEquals(List.of("'foo'", "'bar'"), texts("'foo' 'bar'"));
    assertEquals(List.of("'foo'", "'bar'"), texts("'foo' /* \n */ 'bar'"));
    assertEquals(List.of("'foo'", "'bar'"), texts("'foo' \n /* */ 'bar'"));
    assertEquals(List.of("'foo'", "-", "'bar'"), texts("'foo'\n - 'bar'"));
    assertEquals(List.of("$$a$$", "'b'"), texts("$$a$$\n'b'"));
  }

  @Test
  void readsQuotedNames() {
    assertEquals("a\"b", only("\"a\"\"b\"").value());
    assertEquals("data", only("U&\"d\\0061ta\"").value());
    assertEquals("data", only("u&\"d*0061ta\" uescape '*'").value());
    assertEquals(Type.QUOTED_NAME, only("\"select\"").type());
    assertEquals(List.of("U", "&", "a"), texts("U& a"));
  }

  @Test
  void readsBitStrings() {
    assertEquals(Type.BIT_STRING, only("B'101'").type());
    assertEquals("x'1F'", only("x'1F'").value());
    assertEquals(List.of("X'1'", "'2'"), texts("X'1''2'"));
  }

  @Test
  void aStringThatGoesOnNamesNoEscape() {
    assertEquals(List.of("U&'a'", "uescape", "'!'\n'b'"), texts("U&'a' uescape '!'\n'b'"));
    assertEquals(List.of("U&'a'", "uescape", "'!''b'"), texts("U&'a' uescape '!''b'"));
    assertEquals(List.of("U&'a'", "uescape", "''''"), texts("U&'a' uescape ''''"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "1.", ".5", "1.5", "1e10", "1.5E-3", "1_000", "0x1F", "0XFF_FF", "0o17", "0b1_0",
        "0b_1"
      })
  void readsNumbers(String sql) {
    assertEquals(Type.NUMBER, only(sql).type());
  }

  @Test
  void endsNumbersWhereTheServerDoes() {
    assertEquals(List.of("1", "..", "10"), texts("1..10"));
    assertEquals(List.of("1", "e"), texts("1e"));
    assertEquals(List.of("1", "e", "+", "x"), texts("1e+x"));
    assertEquals(List.of("0", "xg"), texts("0xg"));
    assertEquals(List.of("1", "_a"), texts("1_a"));
    assertEquals(List.of("a", ".", "b"), texts("a.b"));
    assertEquals(List.of("1.2", ".3"), texts("1.2.3"));
  }

  @Test
  void readsParametersAndLoneDollars() {
    assertEquals(Type.PARAMETER, only("$12").type());
    assertEquals(List.of("$", "a", "b"), texts("$a b"));
    assertEquals(Type.INVALID, Tokenizer.tokenize("$a b").get(0).type());
  }

  @Test
  void endsOperatorsByTheRuleForPlusAndMinus() {
    assertEquals(List.of("a", "<", "-", "1"), texts("a<-1"));
    assertEquals(List.of("a", "@-", "b"), texts("a@-b"));
    assertEquals(List.of("a", "*", "+", "+", "b"), texts("a*++b"));
    assertEquals(List.of("a", "->>", "b"), texts("a->>b"));
    assertEquals(List.of("a", "-", "|-", "b"), texts("a - |- b"));
    assertEquals(List.of("a", "=>", "b", ":=", "c", "<>", "d", "!=", "e"), texts("a=>b:=c<>d!=e"));
    assertEquals(List.of("+", "-", "+", "-", "+", "1"), texts("+-+-+1"));
  }

  @Test
  void endsOperatorsBeforeComments() {
    assertEquals(List.of("a", "+", "b"), texts("a+/* x */b"));
    assertEquals(List.of("a", "+", "b"), texts("a+-- x\nb"));
    assertEquals(List.of("a", "@", "b"), texts("a@--x\nb"));
    assertEquals(List.of("a", "/", "b"), texts("a//*x*/b"));
  }

  @Test
  void commentsNest() {
    assertEquals(List.of("a", "b"), texts("a /* x /* y */ z */ b"));
    assertEquals(List.of("a", "b"), texts("a /*/**/*/ b"));
    assertEquals(List.of("a", "b"), texts("a /***/ b"));
    assertEquals(List.of("a", "b"), texts("a -- it's\rb"));
    assertEquals(List.of(), texts("-- to the end"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a 'b|STRING|3",
        "a E'b\\'|STRING|3",
        "a 'b''|STRING|3",
        "a b'1|BIT_STRING|3",
        "a N'b|STRING|4",
        "a \"b|QUOTED_NAME|3",
        "a $x$ b $y$|DOLLAR_QUOTED|3",
        "a /* /* */|COMMENT|3",
        "a /*/|COMMENT|3",
      })
  void saysWhatTheTextEndsWithin(String sql, What what, int column) {
    var tokenizer = new Tokenizer("\n" + sql);
    int tokens = 0;
    while (tokenizer.skipBlank()) {
      tokenizer.read();
      tokens++;
    }

    Unterminated found = tokenizer.unterminated().orElseThrow();
    assertEquals(what, found.what());
    assertEquals(2, found.line());
    assertEquals(column, found.column());
    assertEquals(what == What.COMMENT ? 1 : 2, tokens);
  }

  @Test
  void keepsWhatNoRuleAccepts() {
    Token brace = only("{");
    assertEquals(Type.INVALID, brace.type());
    assertTrue(Tokenizer.tokenize("a \\ b").stream().anyMatch(t -> t.type() == Type.INVALID));
    assertFalse(only("\u00A0").type() == Type.INVALID);
  }

  @Test
  void scansPartsOfAFile() {
    var tokenizer = new Tokenizer("x 'a' y 'b", 2, 7, 5, 3);
    assertTrue(tokenizer.skipBlank());
    Token string = tokenizer.read();
    assertEquals("5:3@2", string.line() + ":" + string.column() + "@" + string.offset());
    assertTrue(tokenizer.skipBlank());
    assertEquals("y", tokenizer.read().text());
    assertFalse(tokenizer.skipBlank());
  }
}
