package dev.drift.engine.canon.tree;

import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.function.Function;

/** Reads expressions and queries. */
public final class SqlReader {
  private SqlReader() {}

  /** A tree and the names met in its text, in no promised order. */
  public record Read<T extends Node>(T tree, List<Mention> mentions) {
    public Read {
      mentions = List.copyOf(mentions);
    }
  }

  /**
   * Reads all of {@code tokens} as an expression.
   *
   * @param types reads the type name that comes next
   * @throws TokenReader.Unexpected where it is none, or no known one
   */
  public static Read<Node.Scalar> expression(
      List<Token> tokens, Function<TokenReader, TypeName> types) {
    var reading = new Reading(tokens, types);
    return finish(reading, reading.expressions.read());
  }

  /**
   * Reads all of {@code tokens} as a query: SELECT, VALUES, TABLE or WITH.
   *
   * @throws TokenReader.Unexpected where it is none, or no known one
   */
  public static Read<QueryNode> query(List<Token> tokens, Function<TokenReader, TypeName> types) {
    var reading = new Reading(tokens, types);
    return finish(reading, reading.queries.read());
  }

  private static <T extends Node> Read<T> finish(Reading reading, T tree) {
    reading.tokens.acceptSymbol(";");
    if (!reading.tokens.atEnd()) {
      throw reading.tokens.unexpected("the end");
    }
    return new Read<>(tree, reading.mentions);
  }
}
