package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Environment;
import dev.drift.engine.ddl.guard.OutputRow;
import dev.drift.engine.ddl.guard.Selecting;
import dev.drift.engine.ddl.guard.Selection;
import dev.drift.engine.ddl.guard.SelectionReader;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.ddl.plpgsql.Step;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Runs commands that procedural code puts together as text. */
final class DynamicCommands {
  private final Machine machine;
  private final ProcedureQueries queries;

  DynamicCommands(Machine machine) {
    this.machine = machine;
    this.queries = new ProcedureQueries(machine);
  }

  /** {@code EXECUTE text}. */
  Interpreter.Flow execute(Step.Execute execute) {
    Value command = queries.value(execute.command());
    queries.assignAll(execute.into(), Value.UNKNOWN);
    execute(command, execute.into(), execute.command().get(0));
    return Interpreter.Flow.NEXT;
  }

  private void execute(Value template, List<String> into, Token at) {
    Value command = filled(template);
    if (command instanceof Value.Text text) {
      for (List<Token> statement : statements(text.text(), at)) {
        runDynamic(statement, into);
      }
    } else if (command instanceof Value.Unknown unknown) {
      if (DynamicSql.grantsToRoles(unknown.template())) {
        statements(DynamicSql.marked(unknown.template()), at).forEach(machine::run);
      } else if (DynamicSql.isHarmless(unknown.template())) {
        machine.set(DynamicSql.tokens(unknown.template()));
      } else if (!runShapes(unknown.template(), at)) {
        machine.unclear("dynamic SQL", DynamicSql.touched(unknown.template(), machine.context()));
      }
    }
  }

  /** Runs commands about tables of which a part of the name is known. {@return whether it can} */
  private boolean runShapes(String template, Token at) {
    if (!DynamicSql.tellsShapes(template)) {
      return false;
    }
    Machine attempt = machine.fork();
    for (List<Token> statement : statements(DynamicSql.marked(template), at)) {
      if (!attempt.runShape(statement)) {
        return false;
      }
    }
    machine.adopt(attempt);
    return true;
  }

  /** Runs every value that a query returns as a command, as psql's {@code \gexec} does. */
  Interpreter.Flow executeRows(List<Token> query) {
    Token at = query.get(0);
    Optional<List<OutputRow>> rows = Optional.empty();
    try {
      var selection = SelectionReader.read(query);
      rows =
          new Selecting(queries.evaluator(Optional.of(at)), selection, machine.variables)
              .records()
              .or(() -> Optional.of(List.of(templates(selection, at))));
    } catch (TokenReader.Unexpected e) {
      machine.unclear("\\gexec runs what a query returns, which is not known", new TreeSet<>());
    }
    for (OutputRow row : rows.orElse(List.of())) {
      row.values().forEach(value -> execute(value, List.of(), at));
    }
    return Interpreter.Flow.NEXT;
  }

  /** The commands that a query makes of rows that are not known. */
  private OutputRow templates(Selection selection, Token at) {
    Environment nothing = path -> Optional.of(Value.UNKNOWN);
    List<Value> values =
        selection.outputs().stream()
            .map(
                output ->
                    output
                        .formula()
                        .map(
                            formula ->
                                queries.evaluator(Optional.of(at)).evaluate(formula, nothing))
                        .orElse(Value.UNKNOWN))
            .toList();
    return new OutputRow(
        selection.outputs().stream().map(Selection.Output::name).toList(),
        values,
        Optional.empty());
  }

  private static Value filled(Value command) {
    if (!(command instanceof Value.Unknown unknown)) {
      return command;
    }
    String filled = DynamicSql.filled(unknown.template());
    return filled.indexOf(Value.Unknown.HOLE) < 0
        ? new Value.Text(filled)
        : new Value.Unknown(filled);
  }

  /** Runs all statements of {@code text} as if they stood at {@code at}. */
  void runAll(String text, Token at) {
    statements(text, at).forEach(statement -> runDynamic(statement, List.of()));
  }

  private void runDynamic(List<Token> statement, List<String> into) {
    if (statement.get(0).is("select") && !into.isEmpty()) {
      queries
          .rows(statement)
          .filter(rows -> !rows.isEmpty())
          .ifPresent(rows -> queries.assign(into, rows.get(0)));
    } else if (statement.get(0).is("select")) {
      queries.select(statement);
    } else {
      machine.run(statement);
    }
  }

  /** Cuts a command at its semicolons; its tokens stand where {@code at} does. */
  private static List<List<Token>> statements(String text, Token at) {
    var statements = new ArrayList<List<Token>>();
    var statement = new ArrayList<Token>();
    for (Token token : Tokenizer.tokenize(text)) {
      if (token.isSymbol(";")) {
        if (!statement.isEmpty()) {
          statements.add(List.copyOf(statement));
        }
        statement.clear();
      } else {
        statement.add(
            new Token(
                token.type(), token.text(), token.value(), token.offset(), at.line(), at.column()));
      }
    }
    if (!statement.isEmpty()) {
      statements.add(List.copyOf(statement));
    }
    return statements;
  }
}
