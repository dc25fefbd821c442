package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Literal;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a literal of a type that the grammar spells itself. */
final class TypedLiteralReader {
  private static final Set<String> TYPE_WORDS =
      Set.of(
          "int",
          "integer",
          "smallint",
          "bigint",
          "real",
          "float",
          "decimal",
          "dec",
          "numeric",
          "boolean",
          "bit",
          "character",
          "char",
          "varchar",
          "nchar",
          "national",
          "time",
          "timestamp",
          "interval",
          "double");

  private final Reading reading;

  TypedLiteralReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * {@return {@code timestamp '…'}, {@code interval '1' day}: a type the grammar knows, and a
   * string}
   *
   * @param word the word that comes next
   */
  Optional<Scalar> read(String word) {
    if (!TYPE_WORDS.contains(word)) {
      return Optional.empty();
    }
    TokenReader tokens = tokens();
    int mark = tokens.mark();
    try {
      if (reading.at(0, "interval")
          && tokens.peek(1).filter(token -> token.type() == Token.Type.STRING).isPresent()) {
        tokens.next();
        String text = tokens.string();
        return Optional.of(new Node.Cast(literal(text), fields()));
      }
      TypeName type = reading.type();
      if (tokens.peek().filter(token -> token.type() == Token.Type.STRING).isPresent()) {
        return Optional.of(new Node.Cast(literal(tokens.string()), type));
      }
    } catch (TokenReader.Unexpected noType) {
      reading.reset(mark);
      return Optional.empty();
    }
    reading.reset(mark);
    return Optional.empty();
  }

  /** The fields behind an interval's string: {@code day to second(3)}. */
  private TypeName fields() {
    var fields = new StringBuilder();
    for (String unit : List.of("year", "month", "day", "hour", "minute", "second")) {
      if (!reading.at(0, unit)) {
        continue;
      }
      tokens().next();
      fields.append(fields.isEmpty() ? "" : " to ").append(unit);
      if (unit.equals("second") && tokens().atSymbol("(")) {
        fields.append('(').append(tokens().group().get(0).text()).append(')');
      }
      if (!tokens().accept("to")) {
        break;
      }
    }
    return new TypeName("pg_catalog", "interval", fields.toString(), false);
  }

  private static Literal literal(String text) {
    return new Literal(LiteralKind.STRING, text);
  }

  private TokenReader tokens() {
    return reading.tokens;
  }
}
