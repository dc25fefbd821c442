package dev.drift.engine.ddl.plpgsql;

import dev.drift.engine.ddl.plpgsql.Step.Block;
import dev.drift.engine.ddl.plpgsql.Step.Declaration;
import dev.drift.engine.ddl.plpgsql.Step.Handler;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a DO block or PL/pgSQL routine. */
public final class BodyReader {
  private final TokenReader tokens;
  private final StepReader steps;

  private BodyReader(TokenReader tokens) {
    this.tokens = tokens;
    this.steps = new StepReader(tokens, this);
  }

  /**
   * Reads a whole body.
   *
   * @throws TokenReader.Unexpected where it is no PL/pgSQL that this reader knows
   */
  public static Block read(List<Token> body) {
    var tokens = new TokenReader(body);
    while (tokens.acceptSymbol("#")) {
      tokens.name();
      tokens.name();
    }
    Block block = new BodyReader(tokens).block();
    tokens.acceptSymbol(";");
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of the body");
    }
    return block;
  }

  /** Reads {@code [<<label>>] [DECLARE …] BEGIN … END [label]}, without the semicolon. */
  Block block() {
    skipLabel();
    var declarations = new ArrayList<Declaration>();
    while (tokens.accept("declare")) {
      while (!tokens.at("begin") && !tokens.at("declare")) {
        declaration().ifPresent(declarations::add);
      }
    }
    tokens.expect("begin");
    List<Step> body = steps.untilAny("end", "exception");
    var handlers = new ArrayList<Handler>();
    if (tokens.accept("exception")) {
      while (tokens.accept("when")) {
        handlers.add(handler());
      }
    }
    tokens.expect("end");
    if (!tokens.atEnd() && !tokens.atSymbol(";")) {
      tokens.name();
    }
    return new Block(declarations, body, handlers);
  }

  void skipLabel() {
    if (tokens.acceptSymbol("<<")) {
      tokens.name();
      tokens.expectSymbol(">>");
    }
  }

  private Handler handler() {
    var conditions = new ArrayList<String>();
    do {
      if (tokens.accept("sqlstate")) {
        conditions.add(tokens.string());
      } else {
        conditions.add(tokens.name());
      }
    } while (tokens.accept("or"));
    tokens.expect("then");
    return new Handler(conditions, steps.untilAny("when", "end"));
  }

  private Optional<Declaration> declaration() {
    String name = tokens.name();
    if (tokens.at("cursor") || tokens.at("alias") || tokens.at("no") || tokens.at("scroll")) {
      steps.untilSemicolon();
      return Optional.empty();
    }
    tokens.accept("constant");
    int from = tokens.mark();
    while (!tokens.atSymbol(";")
        && !tokens.atSymbol(":=")
        && !tokens.atSymbol("=")
        && !tokens.at("default")
        && !tokens.at("not", "null")) {
      tokens.next();
    }
    List<Token> type = tokens.since(from);
    tokens.accept("not", "null");
    if (tokens.acceptSymbol(":=") || tokens.acceptSymbol("=") || tokens.accept("default")) {
      return Optional.of(new Declaration(name, type, Optional.of(steps.untilSemicolon())));
    }
    tokens.expectSymbol(";");
    return Optional.of(new Declaration(name, type, Optional.empty()));
  }
}
