package dev.drift.engine.canon;

import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The name that an expression gets where none is given (parse_target.c, FigureIndexColname). */
public final class ExpressionNames {
  /** Type aliases whose internal name the parser puts into the tree. */
  private static final Map<String, String> INTERNAL_TYPES =
      Map.ofEntries(
          Map.entry("integer", "int4"),
          Map.entry("bigint", "int8"),
          Map.entry("smallint", "int2"),
          Map.entry("boolean", "bool"),
          Map.entry("real", "float4"),
          Map.entry("double precision", "float8"),
          Map.entry("character varying", "varchar"),
          Map.entry("character", "bpchar"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("time without time zone", "time"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("bit varying", "varbit"));

  private static final Map<String, String> RENAMED_FUNCTIONS =
      Map.of("trim", "btrim", "treat", "treat");

  private static final Set<String> NAMED_FORMS =
      Set.of("coalesce", "greatest", "least", "nullif", "row", "array", "exists");

  private ExpressionNames() {}

  /** {@return the name, if the expression's form gives it one} */
  public static Optional<String> of(List<Token> tokens, int serverMajor) {
    return strong(tokens, serverMajor).or(() -> weak(tokens, serverMajor));
  }

  /** A function's, column's or field's own name; casts hand it through. */
  private static Optional<String> strong(List<Token> tokens, int serverMajor) {
    List<Token> inner = unwrapped(tokens);
    int cast = lastCast(inner);
    if (cast > 0) {
      return strong(inner.subList(0, cast), serverMajor);
    }
    if (!inner.isEmpty() && inner.get(0).isSymbol("(")) {
      return field(inner);
    }
    if (inner.isEmpty() || !inner.get(0).isName()) {
      return Optional.empty();
    }
    if (inner.size() == 1 && (isTruth(inner.get(0)) || inner.get(0).is("null"))) {
      return Optional.empty();
    }
    var reader = new TokenReader(inner);
    Token last = reader.next();
    if (last.is("cast") && reader.atSymbol("(")) {
      List<Token> group = reader.group();
      return reader.atEnd()
          ? strong(group.subList(0, asIndex(group)), serverMajor)
          : Optional.empty();
    }
    if (last.is("case") && inner.get(inner.size() - 1).is("end")) {
      return elseName(inner, serverMajor);
    }
    while (reader.acceptSymbol(".") && !reader.atEnd() && reader.peek().orElseThrow().isName()) {
      last = reader.next();
    }
    boolean call = reader.atSymbol("(");
    if (call) {
      reader.group();
    }
    while (reader.acceptSymbol("[")) {
      while (!reader.atEnd() && !reader.acceptSymbol("]")) {
        reader.next();
      }
    }
    if (!reader.atEnd() && !reader.at("collate")) {
      return reader.at("at", "time", "zone") ? Optional.of("timezone") : Optional.empty();
    }
    if (call && last.is("extract")) {
      return Optional.of(serverMajor >= 14 ? "extract" : "date_part");
    }
    if (call && RENAMED_FUNCTIONS.containsKey(last.value())) {
      return Optional.ofNullable(RENAMED_FUNCTIONS.get(last.value()));
    }
    return Optional.of(last.value()).filter(name -> call || !NAMED_FORMS.contains(name));
  }

  /** {@code (of).name}. */
  private static Optional<String> field(List<Token> tokens) {
    var reader = new TokenReader(tokens);
    reader.group();
    Optional<String> name = Optional.empty();
    while (reader.acceptSymbol(".") && reader.peek().filter(Token::isName).isPresent()) {
      name = Optional.of(reader.next().value());
    }
    return reader.atEnd() ? name : Optional.empty();
  }

  private static Optional<String> elseName(List<Token> tokens, int serverMajor) {
    for (int i = tokens.size() - 1; i > 0; i--) {
      if (tokens.get(i).is("else")) {
        return strong(tokens.subList(i + 1, tokens.size() - 1), serverMajor);
      }
    }
    return Optional.empty();
  }

  /** The type of a cast, or {@code case}; a truth value was a cast before PostgreSQL 15. */
  private static Optional<String> weak(List<Token> tokens, int serverMajor) {
    List<Token> inner = unwrapped(tokens);
    int cast = lastCast(inner);
    if (cast > 0) {
      return Optional.of(typeName(inner.subList(cast + 1, inner.size())));
    }
    if (inner.size() == 1 && isTruth(inner.get(0)) && serverMajor < 15) {
      return Optional.of("bool");
    }
    if (!inner.isEmpty() && inner.get(0).is("case")) {
      return Optional.of("case");
    }
    if (inner.size() > 2 && inner.get(0).is("cast") && inner.get(1).isSymbol("(")) {
      List<Token> group = new TokenReader(inner.subList(1, inner.size())).group();
      int as = asIndex(group);
      return as < group.size()
          ? Optional.of(typeName(group.subList(as + 1, group.size())))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isTruth(Token token) {
    return token.is("true") || token.is("false");
  }

  private static String typeName(List<Token> tokens) {
    String text = tokens.stream().map(Token::text).reduce((a, b) -> a + ' ' + b).orElse("").strip();
    TypeName type = Types.parse(text);
    return INTERNAL_TYPES.getOrDefault(type.name(), type.name());
  }

  /** {@return the index of the last {@code ::} if the whole expression is that cast, else -1} */
  private static int lastCast(List<Token> tokens) {
    int depth = 0;
    int found = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol("(") || token.isSymbol("[")) {
        depth++;
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
      } else if (depth == 0 && token.isSymbol("::")) {
        found = i;
      } else if (depth == 0 && token.type() == Token.Type.OPERATOR) {
        return -1;
      }
    }
    return found;
  }

  private static int asIndex(List<Token> tokens) {
    int depth = 0;
    int found = tokens.size();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")")) {
        depth--;
      } else if (depth == 0 && tokens.get(i).is("as")) {
        found = i;
      }
    }
    return found;
  }

  private static List<Token> unwrapped(List<Token> tokens) {
    List<Token> inner = tokens;
    while (!inner.isEmpty() && inner.get(0).isSymbol("(")) {
      var reader = new TokenReader(inner);
      List<Token> group = reader.group();
      if (!reader.atEnd()) {
        return inner;
      }
      inner = group;
    }
    return inner;
  }
}
