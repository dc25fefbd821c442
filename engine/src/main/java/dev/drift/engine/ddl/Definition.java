package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code (name [= value], …)}, as CREATE AGGREGATE, TYPE, OPERATOR and others have it (gram.y). */
final class Definition {
  private final Context context;
  private final Map<String, List<Token>> entries = new LinkedHashMap<>();

  private Definition(Context context) {
    this.context = context;
  }

  /** Reads the parentheses and what is between them. */
  static Definition read(TokenReader tokens, Context context) {
    return of(tokens.group(), context);
  }

  /** Reads what stood between the parentheses. */
  static Definition of(List<Token> group, Context context) {
    var definition = new Definition(context);
    var reader = new TokenReader(group);
    while (!reader.atEnd()) {
      String name = reader.name().toLowerCase(Locale.ROOT);
      definition.entries.put(name, reader.acceptSymbol("=") ? value(reader) : List.of());
      if (!reader.acceptSymbol(",") && !reader.atEnd()) {
        throw reader.unexpected("\",\"");
      }
    }
    return definition;
  }

  private static List<Token> value(TokenReader reader) {
    int from = reader.mark();
    int depth = 0;
    while (!reader.atEnd() && (depth > 0 || !reader.atSymbol(","))) {
      Token token = reader.next();
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
    }
    return reader.since(from);
  }

  /** {@return the values by name, as tokens} */
  Map<String, List<Token>> entries() {
    return entries;
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** {@return the value as one name: of a routine, a collation, a class …} */
  Optional<Named> named(String name) {
    return value(name).map(tokens -> Named.read(new TokenReader(tokens)));
  }

  /** {@return the value as a name, as it stands} */
  Optional<QualifiedName> qualified(String name) {
    return named(name).map(Named::name);
  }

  Optional<TypeName> type(String name) {
    return value(name).map(tokens -> withoutModifier(tokens, context));
  }

  private static TypeName withoutModifier(List<Token> tokens, Context context) {
    var reader = new TokenReader(tokens);
    reader.accept("setof");
    TypeName type = Types.read(reader, context.scope());
    return type.plain();
  }

  /** {@return the value as text: a string's content, a number or a word} */
  Optional<String> text(String name) {
    return value(name).map(Definition::plain);
  }

  private static String plain(List<Token> tokens) {
    var text = new StringBuilder();
    tokens.forEach(
        token -> text.append(token.type() == Token.Type.STRING ? token.value() : plain(token)));
    return text.toString();
  }

  private static String plain(Token token) {
    return token.isName() ? token.value() : token.text();
  }

  /** {@return the value as a word in lower case} */
  Optional<String> word(String name) {
    return text(name).map(text -> text.toLowerCase(Locale.ROOT));
  }

  /** {@return whether the option is there and not false (defGetBoolean)} */
  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String value = word(name).orElse("true");
    return value.equals("true") || value.equals("on") || value.equals("1");
  }

  private Optional<List<Token>> value(String name) {
    return Optional.ofNullable(entries.get(name)).filter(tokens -> !tokens.isEmpty());
  }
}
