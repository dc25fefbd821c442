package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.ddl.plpgsql.BodyReader;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Statements that run code: {@code DO}, {@code CALL}, {@code SELECT function(…)}. */
final class DoStatements {
  private DoStatements() {}

  /** {@code DO [LANGUAGE name] 'body' [LANGUAGE name]}. */
  static Decision decide(TokenReader tokens, Context context) {
    tokens.expect("do");
    String language = language(tokens).orElse("");
    Token body = tokens.peek().orElseThrow(() -> tokens.unexpected("a body"));
    tokens.string();
    language = language(tokens).orElse(language.isEmpty() ? "plpgsql" : language);
    if (!language.equals("plpgsql")) {
      return new Decision.Opaque("code in language " + language, new TreeSet<>(), List.of());
    }
    var machine = new Machine(context);
    var steps = List.<dev.drift.engine.ddl.plpgsql.Step>of(BodyReader.read(tokens(body)));
    return decided(machine, () -> new Interpreter(machine).run(steps));
  }

  private static Optional<String> language(TokenReader tokens) {
    return tokens.accept("language")
        ? Optional.of(tokens.next().value().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The tokens of a body where they stand in the file. */
  private static List<Token> tokens(Token body) {
    String text = body.text();
    if (!text.startsWith("$")) {
      return Tokenizer.tokenize(body.value());
    }
    int tag = text.indexOf('$', 1) + 1;
    var tokenizer = new Tokenizer(text, tag, text.length() - tag, body.line(), body.column() + tag);
    var tokens = new ArrayList<Token>();
    while (tokenizer.skipBlank()) {
      tokens.add(tokenizer.read());
    }
    return tokens;
  }

  /** {@code SELECT …}, which matters only if it calls functions that run DDL. */
  static Decision select(TokenReader tokens, Context context) {
    Token first = tokens.peek().orElseThrow();
    List<Token> statement = tokens.rest();
    Optional<Decision> table = CreateTableAs.selectInto(statement, context);
    if (table.isPresent()) {
      return table.get();
    }
    if (!Calls.anyIn(statement, context)) {
      return new Decision.NoSchemaEffect();
    }
    var machine = new Machine(context);
    if (!first.is("select") && !first.is("with")) {
      new Calls(machine, Optional.of(first)).note(statement);
      return machine.decision();
    }
    return decided(machine, () -> new ProcedureQueries(machine).select(statement));
  }

  /** {@code SELECT … \gexec}, which stands before the query here. */
  static Decision gexec(TokenReader tokens, Context context) {
    tokens.next();
    List<Token> query = tokens.rest();
    var machine = new Machine(context);
    return decided(machine, () -> new DynamicCommands(machine).executeRows(query));
  }

  /** {@code CALL procedure(…)}. */
  static Decision call(TokenReader tokens, Context context) {
    tokens.expect("call");
    List<Token> call = tokens.rest();
    if (!Calls.anyIn(call, context)) {
      return new Decision.NoSchemaEffect();
    }
    var machine = new Machine(context);
    return decided(
        machine,
        () -> {
          Value ignored = new ProcedureQueries(machine).value(call);
          return ignored.isUnknown() ? Interpreter.Flow.NEXT : Interpreter.Flow.RETURN;
        });
  }

  /** Code that runs to an end on a machine. */
  private interface Code {
    Interpreter.Flow run();
  }

  private static Decision decided(Machine machine, Code code) {
    try {
      code.run();
    } catch (SqlError error) {
      throw new RejectedException(String.valueOf(error.getMessage()), error.at());
    }
    return machine.decision();
  }
}
