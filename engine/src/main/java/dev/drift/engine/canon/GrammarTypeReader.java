package dev.drift.engine.canon;

import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** Reads the types that the grammar spells itself, with their words and modifiers. */
final class GrammarTypeReader {
  private static final List<String> FIELDS =
      List.of("year", "month", "day", "hour", "minute", "second");

  private final TokenReader tokens;
  private final boolean lengthImplied;

  /**
   * @param lengthImplied whether {@code character} and {@code bit} alone mean a length of one
   */
  GrammarTypeReader(TokenReader tokens, boolean lengthImplied) {
    this.tokens = tokens;
    this.lengthImplied = lengthImplied;
  }

  /** The types that the grammar spells itself, and the serials. */
  Optional<TypeName> read(String word) {
    return switch (word) {
      case "int", "integer" -> builtin("integer");
      case "smallint", "bigint", "real", "boolean" -> builtin(word);
      case "serial", "serial4" -> builtin("serial");
      case "bigserial", "serial8" -> builtin("bigserial");
      case "smallserial", "serial2" -> builtin("smallserial");
      case "decimal", "dec", "numeric" -> {
        tokens.next();
        yield Optional.of(TypeLookup.typed("numeric", TypeLookup.numericModifier(modifier())));
      }
      case "float" -> {
        tokens.next();
        String precision = modifier();
        boolean single = !precision.isEmpty() && Integer.parseInt(precision) < 25;
        yield Optional.of(TypeLookup.typed(single ? "real" : "double precision", ""));
      }
      case "double" -> {
        if (!tokens.at("double", "precision")) {
          yield Optional.empty();
        }
        tokens.next();
        yield builtin("double precision");
      }
      case "bit" -> {
        tokens.next();
        boolean varying = tokens.accept("varying");
        String length = modifier();
        boolean one = !varying && length.isEmpty() && lengthImplied;
        yield Optional.of(TypeLookup.typed(varying ? "bit varying" : "bit", one ? "1" : length));
      }
      case "character", "char", "nchar" -> {
        tokens.next();
        yield Optional.of(character());
      }
      case "national" -> {
        tokens.next();
        if (!tokens.accept("character")) {
          tokens.expect("char");
        }
        yield Optional.of(character());
      }
      case "varchar" -> {
        tokens.next();
        yield Optional.of(TypeLookup.typed("character varying", modifier()));
      }
      case "time", "timestamp" -> {
        tokens.next();
        String precision = modifier();
        yield Optional.of(TypeLookup.typed(word + zone(), precision));
      }
      case "interval" -> {
        tokens.next();
        yield Optional.of(TypeLookup.typed("interval", interval()));
      }
      default -> Optional.empty();
    };
  }

  private Optional<TypeName> builtin(String name) {
    tokens.next();
    return Optional.of(TypeName.builtin(name));
  }

  private TypeName character() {
    boolean varying = tokens.accept("varying");
    String length = modifier();
    if (varying) {
      return TypeLookup.typed("character varying", length);
    }
    return length.isEmpty() && !lengthImplied
        ? TypeLookup.typed("bpchar", "")
        : TypeLookup.typed("character", length.isEmpty() ? "1" : length);
  }

  private String zone() {
    if (tokens.accept("with", "time", "zone")) {
      return " with time zone";
    }
    tokens.accept("without", "time", "zone");
    return " without time zone";
  }

  private String interval() {
    if (tokens.atSymbol("(")) {
      return modifier();
    }
    var fields = new StringBuilder();
    Optional<String> field = field();
    if (field.isEmpty()) {
      return "";
    }
    fields.append(field.get());
    if (tokens.at("to")) {
      tokens.next();
      fields.append(" to ").append(field().orElseThrow(() -> tokens.unexpected("a field")));
    }
    if (fields.toString().endsWith("second") && tokens.atSymbol("(")) {
      fields.append('(').append(modifier()).append(')');
    }
    return fields.toString();
  }

  private Optional<String> field() {
    Optional<String> field =
        tokens
            .peek()
            .filter(token -> token.type() == Token.Type.WORD && FIELDS.contains(token.value()))
            .map(Token::value);
    field.ifPresent(found -> tokens.next());
    return field;
  }

  /** What stands in parentheses, if they come next: its parts joined by commas. */
  String modifier() {
    if (!tokens.atSymbol("(")) {
      return "";
    }
    var modifier = new StringBuilder();
    for (Token token : tokens.group()) {
      modifier.append(token.type() == Token.Type.STRING ? token.value() : token.text());
    }
    return modifier.toString();
  }
}
