package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Environment;
import dev.drift.engine.ddl.guard.Evaluator;
import dev.drift.engine.ddl.guard.Formula;
import dev.drift.engine.ddl.guard.FormulaReader;
import dev.drift.engine.ddl.guard.OutputRow;
import dev.drift.engine.ddl.guard.Selecting;
import dev.drift.engine.ddl.guard.Selection;
import dev.drift.engine.ddl.guard.SelectionReader;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.ddl.plpgsql.ExecuteClauses;
import dev.drift.engine.ddl.plpgsql.Step;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The expressions and queries within procedural code. */
final class ProcedureQueries {
  private final Machine machine;

  ProcedureQueries(Machine machine) {
    this.machine = machine;
  }

  /** {@return what evaluates expressions; functions are called as if they stood at {@code at}} */
  Evaluator evaluator(Optional<Token> at) {
    return machine.evaluator(
        (schema, name, arguments) -> new Calls(machine, at).call(schema, name, arguments));
  }

  /** {@return the value of an expression, unknown if it is none that can be read} */
  Value value(List<Token> expression) {
    Optional<Token> at = expression.stream().findFirst();
    try {
      Formula formula =
          isQueryTail(expression)
              ? new Formula.Scalar(SelectionReader.readBehindSelect(new TokenReader(expression)))
              : FormulaReader.read(expression);
      return evaluator(at).evaluate(formula, machine.variables);
    } catch (TokenReader.Unexpected e) {
      new Calls(machine, at).note(expression);
      return Value.UNKNOWN;
    }
  }

  /** PL/pgSQL takes {@code count(*) FROM t WHERE …} for an expression. */
  private static boolean isQueryTail(List<Token> expression) {
    int depth = 0;
    for (Token token : expression) {
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth == 0 && token.is("from")) {
        return true;
      }
    }
    return false;
  }

  /** Runs a query for what its functions do. */
  Interpreter.Flow perform(List<Token> query) {
    return select(query, () -> SelectionReader.readBehindSelect(new TokenReader(query)));
  }

  /** Runs a query that starts with SELECT or WITH for what its functions do. */
  Interpreter.Flow select(List<Token> query) {
    return select(query, () -> SelectionReader.read(query));
  }

  private Interpreter.Flow select(List<Token> query, Supplier<Selection> reading) {
    machine.variables.set("found", Value.UNKNOWN);
    Optional<Token> at = query.stream().findFirst();
    try {
      Selection selection = reading.get();
      Optional<List<OutputRow>> rows =
          new Selecting(evaluator(at), selection, machine.variables).records();
      rows.ifPresent(found -> machine.variables.set("found", Value.of(!found.isEmpty())));
      if (rows.isEmpty()) {
        callsOfUnknownRows(selection, at);
      }
    } catch (TokenReader.Unexpected e) {
      new Calls(machine, at).note(query);
    }
    return Interpreter.Flow.NEXT;
  }

  /** Functions that are called for rows that are not known may or may not do what they do. */
  private void callsOfUnknownRows(Selection selection, Optional<Token> at) {
    Machine attempt = machine.fork();
    Environment nothing = path -> Optional.of(Value.UNKNOWN);
    Evaluator evaluator =
        attempt.evaluator(
            (schema, name, arguments) -> new Calls(attempt, at).call(schema, name, arguments));
    for (Selection.Output output : selection.outputs()) {
      output.formula().ifPresent(formula -> evaluator.evaluate(formula, nothing));
    }
    selection.joins().stream()
        .skip(1)
        .filter(join -> join.source() instanceof Selection.Source.Function)
        .map(join -> (Selection.Source.Function) join.source())
        .forEach(function -> evaluator.evaluate(function.call(), nothing));
    if (!attempt.isIdle()) {
      machine.unclear("depends on data", attempt.isUnbounded() ? new TreeSet<>() : attempt.reach());
    }
  }

  /** Runs an SQL statement; variables of its INTO clause get what is known of its result. */
  Interpreter.Flow run(Step.Sql sql) {
    List<Token> statement = sql.statement();
    if (sql.into().isEmpty() && !statement.get(0).is("select")) {
      machine.run(statement);
      machine.variables.set("found", Value.UNKNOWN);
      return Interpreter.Flow.NEXT;
    }
    if (sql.into().isEmpty()) {
      return select(statement);
    }
    Optional<List<Value>> rows = rows(statement);
    machine.variables.set(
        "found", rows.map(found -> Value.of(!found.isEmpty())).orElse(Value.UNKNOWN));
    if (rows.isEmpty()) {
      assignAll(sql.into(), Value.UNKNOWN);
    } else if (rows.get().isEmpty()) {
      assignAll(sql.into(), Value.NULL);
    } else {
      assign(sql.into(), rows.get().get(0));
    }
    return Interpreter.Flow.NEXT;
  }

  /** Gives all of these variables a value. */
  void assignAll(List<String> variables, Value value) {
    variables.forEach(name -> machine.variables.assign(name, value));
  }

  /**
   * Spreads a row over the variables. A single variable may be a scalar or a record; a row of one
   * column is taken for the scalar, whose fields are then that column, too.
   */
  void assign(List<String> variables, Value row) {
    if (!(row instanceof Value.Record record) || !(record.row() instanceof OutputRow output)) {
      assignAll(variables, row);
      return;
    }
    if (variables.size() == 1 && (output.all().isPresent() || isRecord(variables.get(0), output))) {
      machine.variables.assign(variables.get(0), row);
      return;
    }
    for (int i = 0; i < variables.size(); i++) {
      boolean there = i < output.values().size();
      machine.variables.assign(variables.get(i), there ? output.values().get(i) : Value.UNKNOWN);
    }
  }

  private boolean isRecord(String variable, OutputRow row) {
    return row.values().size() > 1 || machine.variables.isRecord(variable);
  }

  /** {@return the rows of a query, each as a value; empty if they are not known} */
  Optional<List<Value>> rows(List<Token> query) {
    Optional<Token> at = query.stream().findFirst();
    try {
      List<Token> text = query;
      if (query.get(0).is("execute")) {
        var execute = ExecuteClauses.read(query.subList(1, query.size()));
        if (!(value(execute.command()) instanceof Value.Text command)) {
          return Optional.empty();
        }
        text = Tokenizer.tokenize(command.text());
      }
      var selecting = new Selecting(evaluator(at), SelectionReader.read(text), machine.variables);
      return selecting.records().map(rows -> rows.stream().<Value>map(Value.Record::new).toList());
    } catch (TokenReader.Unexpected e) {
      new Calls(machine, at).note(query);
      return EmptyQueries.isEmpty(query, machine.context())
          ? Optional.of(List.of())
          : Optional.empty();
    }
  }

  /** {@return the value of a query that is one SELECT of one value; else unknown} */
  Value scalar(List<Token> query) {
    boolean closed = !query.isEmpty() && query.getLast().isSymbol(";");
    List<Token> select = closed ? query.subList(0, query.size() - 1) : query;
    if (select.isEmpty() || !select.get(0).is("select")) {
      return Value.UNKNOWN;
    }
    Selection selection = SelectionReader.read(select);
    Optional<List<OutputRow>> rows =
        new Selecting(evaluator(select.stream().findFirst()), selection, machine.variables)
            .records();
    return rows.filter(found -> found.size() == 1 && found.get(0).values().size() == 1)
        .map(found -> found.get(0).values().get(0))
        .orElse(Value.UNKNOWN);
  }
}
