package dev.drift.engine.canon;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Changes one thing in a query: an operator, a constant, a column, a cast. */
final class Mutation {
  private static final List<List<String>> ALIKE =
      List.of(
          List.of("=", "<>", "<", ">", "<=", ">="),
          List.of("+", "-", "*", "/"),
          List.of("and", "or"),
          List.of("i", "l", "s", "n", "m", "p", "r", "d"),
          List.of("x", "v", "w", "g", "c"),
          List.of("ts", "tz", "dt"),
          List.of("max", "min"),
          List.of("lower", "upper"),
          List.of("integer", "bigint", "numeric", "text", "varchar"),
          List.of("true", "false"));
  private static final Set<String> CASTS =
      Set.of(
          "::integer",
          "::bigint",
          "::numeric",
          "::text",
          "::varchar",
          "::varchar(7)",
          "::numeric(9,3)");

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  String of(String sql) {
    List<Token> tokens = Tokenizer.tokenize(sql);
    var places = new ArrayList<Integer>();
    for (int i = 0; i < tokens.size(); i++) {
      if (canChange(tokens.get(i))) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return sql;
    }
    Token token = tokens.get(places.get(random.nextInt(places.size())));
    return sql.substring(0, token.offset()) + other(token) + sql.substring(token.end());
  }

  private static boolean canChange(Token token) {
    return token.type() == Token.Type.STRING
        || token.type() == Token.Type.NUMBER
        || ALIKE.stream()
            .anyMatch(group -> group.contains(token.text().toLowerCase(java.util.Locale.ROOT)));
  }

  private String other(Token token) {
    if (token.type() == Token.Type.STRING) {
      return random.nextBoolean() ? token.text() + cast() : "'3'";
    }
    if (token.type() == Token.Type.NUMBER) {
      return random.nextBoolean() ? token.text() + cast() : "11";
    }
    String text = token.text().toLowerCase(java.util.Locale.ROOT);
    List<String> group =
        ALIKE.stream().filter(list -> list.contains(text)).findFirst().orElseThrow();
    boolean column = group.contains("i") || group.contains("x") || group.contains("ts");
    return column && random.nextBoolean()
        ? token.text() + cast()
        : group.get(random.nextInt(group.size()));
  }

  private String cast() {
    List<String> casts = CASTS.stream().sorted().toList();
    return casts.get(random.nextInt(casts.size()));
  }

  /** {@return {@code sql} with whole numbers as such, of whatever type} */
  static String plain(String sql) {
    return sql.replaceAll("'(-?[0-9]+)'::(integer|bigint|smallint)", "$1")
        .replaceAll("\\((-?[0-9]+)\\)::(integer|bigint|smallint)", "$1");
  }
}
