package dev.drift.engine.ddl;

import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value that an INSERT or UPDATE spells out.
 *
 * @param sql as it can be written again, anywhere
 * @param content what a single literal says, without its spelling; empty for NULL and for what is
 *     put together
 * @param same whether it is the same whenever it is evaluated; {@code now()} is not
 */
record RowConstant(String sql, Optional<String> content, boolean same) {
  static final RowConstant NULL = new RowConstant("NULL", Optional.empty(), true);
  private static final Set<String> CLOCKS =
      Set.of("current_timestamp", "current_date", "current_time", "localtimestamp", "localtime");
  private static final Set<String> CALLS =
      Set.of(
          "now",
          "clock_timestamp",
          "statement_timestamp",
          "transaction_timestamp",
          "gen_random_uuid",
          "uuid_generate_v4");
  private static final Set<String> WORDS =
      Set.of(
          "array",
          "as",
          "at",
          "bigint",
          "bit",
          "bool",
          "boolean",
          "box",
          "bytea",
          "cast",
          "char",
          "character",
          "cidr",
          "date",
          "decimal",
          "double",
          "false",
          "float",
          "float4",
          "float8",
          "inet",
          "int",
          "int2",
          "int4",
          "int8",
          "integer",
          "interval",
          "json",
          "jsonb",
          "macaddr",
          "money",
          "null",
          "numeric",
          "point",
          "precision",
          "real",
          "row",
          "smallint",
          "text",
          "time",
          "timestamp",
          "timestamptz",
          "timetz",
          "true",
          "uuid",
          "varchar",
          "varying",
          "with",
          "without",
          "xml",
          "zone");
  private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

  /** {@return whether it is NULL} */
  boolean isNull() {
    return equals(NULL);
  }

  /**
   * {@return the constant}; empty if the value is none
   *
   * @param text the tokens as they are written
   */
  static Optional<RowConstant> read(List<Token> tokens, String text) {
    List<Token> bare = bare(tokens);
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    Token first = bare.getFirst();
    boolean cast = bare.size() > 1 && bare.get(1).isSymbol("::") && isType(bare, 2);
    if (bare.size() == 1 || cast) {
      if (first.type() == Token.Type.STRING) {
        boolean document = cast && DOCUMENTS.contains(bare.get(2).value());
        String literal = Identifiers.literal(first.value());
        return Optional.of(
            new RowConstant(
                document ? literal + "::" + bare.get(2).value() : literal,
                document ? Optional.empty() : Optional.of(first.value()),
                true));
      }
      if (first.is("null")) {
        return Optional.of(NULL);
      }
      if (bare.size() == 1 && (first.type() == Token.Type.NUMBER || isTruth(first))) {
        return Optional.of(new RowConstant(first.text(), Optional.of(first.value()), true));
      }
    }
    if (bare.size() == 2 && first.isSymbol("-") && bare.get(1).type() == Token.Type.NUMBER) {
      String number = "-" + bare.get(1).text();
      return Optional.of(new RowConstant(number, Optional.of(number), true));
    }
    return composed(bare).map(same -> new RowConstant("(" + text + ")", Optional.empty(), same));
  }

  private static boolean isTruth(Token token) {
    return token.is("true") || token.is("false");
  }

  private static boolean isType(List<Token> tokens, int from) {
    for (Token token : tokens.subList(from, tokens.size())) {
      if (!token.isName()
          && token.type() != Token.Type.NUMBER
          && !token.isSymbol(".")
          && !token.isSymbol("(")
          && !token.isSymbol(")")
          && !token.isSymbol(",")
          && !token.isSymbol("[")
          && !token.isSymbol("]")) {
        return false;
      }
    }
    return from < tokens.size();
  }

  /** {@return whether what is put together of constants stays the same; empty if it is not} */
  private static Optional<Boolean> composed(List<Token> tokens) {
    boolean same = true;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
      boolean known =
          switch (token.type()) {
            case STRING, BIT_STRING, NUMBER, OPERATOR -> true;
            case SYMBOL -> !token.isSymbol(";") && !token.isSymbol(":=");
            case QUOTED_NAME, PARAMETER, INVALID -> false;
            case WORD -> WORDS.contains(token.value());
          };
      if (token.type() == Token.Type.WORD
          && (CLOCKS.contains(token.value()) || call && CALLS.contains(token.value()))) {
        same = false;
      } else if (!known || token.isSymbol(":")) {
        return Optional.empty();
      }
    }
    return Optional.of(same);
  }

  private static List<Token> bare(List<Token> tokens) {
    List<Token> bare = tokens;
    while (bare.size() > 2 && bare.getFirst().isSymbol("(") && closes(bare) == bare.size() - 1) {
      bare = bare.subList(1, bare.size() - 1);
    }
    return bare;
  }

  private static int closes(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
