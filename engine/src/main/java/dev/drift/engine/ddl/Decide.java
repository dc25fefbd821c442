package dev.drift.engine.ddl;

import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement against the schema at its point: the events it causes, or why there are none. */
public final class Decide {
  /** Words between CREATE and the kind of object. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "or",
          "replace",
          "global",
          "local",
          "temp",
          "temporary",
          "unlogged",
          "unique",
          "recursive",
          "constraint",
          "trusted",
          "procedural",
          "default");

  private static final int LONGEST_KEY = 4;

  private Decide() {}

  /** {@return what {@code statement} means in {@code context}} */
  public static Decision decide(Statement statement, Context context) {
    return decide(statement.tokens(), context);
  }

  /** {@return what the statement of these tokens means in {@code context}} */
  static Decision decide(List<Token> tokens, Context context) {
    Optional<StatementReader> reader = reader(tokens);
    if (reader.isEmpty()) {
      return new Decision.Unparsed("unknown statement", tokens.stream().findFirst());
    }
    try {
      return reader.get().decide(new TokenReader(tokens), context);
    } catch (TokenReader.Unexpected e) {
      return new Decision.Unparsed(message(e), e.token());
    } catch (RejectedException e) {
      return new Decision.Rejected(message(e), e.at());
    } catch (OpaqueException e) {
      return new Decision.Opaque(message(e), e.touched(), List.of());
    } catch (TemporaryException e) {
      return new Decision.NoSchemaEffect();
    }
  }

  /** {@return the session that {@code statement} leaves behind} */
  public static Session session(Statement statement, Session session) {
    return SessionReader.after(new TokenReader(statement.tokens()), session);
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  /** Finds the reader by the longest run of leading words that the table has. */
  private static Optional<StatementReader> reader(List<Token> tokens) {
    int i = 0;
    while (i < tokens.size() && tokens.get(i).isSymbol("(")) {
      i++;
    }
    var keys = new String[LONGEST_KEY];
    int found = 0;
    var key = new StringBuilder();
    boolean create = i < tokens.size() && tokens.get(i).is("create");
    for (; i < tokens.size() && found < LONGEST_KEY; i++) {
      Token token = tokens.get(i);
      if (token.type() != Token.Type.WORD) {
        break;
      }
      if (create && found == 1 && MODIFIERS.contains(token.value())) {
        continue;
      }
      key.append(found == 0 ? "" : " ").append(token.value());
      keys[found++] = key.toString();
    }
    while (found > 0) {
      StatementReader reader = Families.BY_LEADING_WORDS.get(keys[--found]);
      if (reader != null) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }
}
