package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.ddl.plpgsql.Step;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs PL/pgSQL on the model. */
final class Interpreter {
  /** How a list of steps ends. */
  enum Flow {
    NEXT,
    EXIT,
    CONTINUE,
    RETURN
  }

  private final Machine machine;
  private final ProcedureQueries queries;
  private Value result = Value.NULL;

  Interpreter(Machine machine) {
    this.machine = machine;
    this.queries = new ProcedureQueries(machine);
  }

  /** Takes over what RETURN gave. */
  void returns(Value value) {
    result = value;
  }

  /** {@return what RETURN gave} */
  Value result() {
    return result;
  }

  /** Runs the steps in order. */
  Flow run(List<Step> steps) {
    for (Step step : steps) {
      machine.step();
      Flow flow = run(step);
      if (flow != Flow.NEXT) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  /** Runs one step. */
  Flow run(Step step) {
    return switch (step) {
      case Step.Block block -> block(block);
      case Step.If choice -> choose(choice);
      case Step.ForEach loop -> forEach(loop);
      case Step.ForRows loop -> forRows(loop);
      case Step.ForRange loop -> forRange(loop);
      case Step.Loop loop -> loop(loop);
      case Step.Execute execute -> new DynamicCommands(machine).execute(execute);
      case Step.Assign assign -> {
        machine.variables.assign(String.join(".", assign.target()), value(assign.value()));
        yield Flow.NEXT;
      }
      case Step.Perform perform -> queries.perform(perform.query());
      case Step.Raise raise -> raise(raise);
      case Step.Return back -> {
        result = back.value().isEmpty() ? Value.NULL : value(back.value());
        yield Flow.RETURN;
      }
      case Step.Jump jump -> jump(jump);
      case Step.Diagnostics diagnostics -> {
        diagnostics.variables().forEach(name -> machine.variables.set(name, Value.UNKNOWN));
        yield Flow.NEXT;
      }
      case Step.Nothing nothing -> Flow.NEXT;
      case Step.Sql sql -> queries.run(sql);
    };
  }

  private Value value(List<Token> expression) {
    return queries.value(expression);
  }

  private Flow block(Step.Block block) {
    for (Step.Declaration declaration : block.declarations()) {
      Value initial = declaration.initial().map(this::value).orElse(Value.NULL);
      machine.variables.declare(declaration.name(), Declared.word(declaration.type()), initial);
      if (Declared.isRecord(declaration.type())) {
        machine.variables.markRecord(declaration.name());
      }
    }
    if (block.handlers().isEmpty()) {
      return run(block.steps());
    }
    Machine attempt = machine.fork();
    try {
      var inner = new Interpreter(attempt);
      Flow flow = inner.run(block.steps());
      machine.adopt(attempt);
      machine.variables.meet(List.of(attempt.variables));
      result = inner.result;
      return flow;
    } catch (SqlError error) {
      return run(handler(block, error).steps());
    }
  }

  private static Step.Handler handler(Step.Block block, SqlError error) {
    for (Step.Handler handler : block.handlers()) {
      if (handler.conditions().stream()
          .anyMatch(handled -> ErrorConditions.catches(handled, error.condition()))) {
        return handler;
      }
    }
    throw error;
  }

  private Flow choose(Step.If choice) {
    for (int i = 0; i < choice.branches().size(); i++) {
      Step.Branch branch = choice.branches().get(i);
      Value condition = value(branch.condition());
      if (condition.isTrue()) {
        return run(branch.steps());
      }
      if (condition.isUnknown()) {
        var courses = new ArrayList<List<Step>>();
        choice.branches().subList(i, choice.branches().size()).stream()
            .map(Step.Branch::steps)
            .forEach(courses::add);
        courses.add(choice.otherwise());
        return new Courses(machine).run(courses);
      }
    }
    return run(choice.otherwise());
  }

  private Flow forEach(Step.ForEach loop) {
    if (!(value(loop.array()) instanceof Value.Array array)) {
      return once(List.of(loop.variable()), loop.steps());
    }
    boolean nested = array.elements().stream().anyMatch(Value.Array.class::isInstance);
    List<Value> elements =
        !loop.sliced() ? array.flat() : nested ? array.elements() : List.of(array);
    var rounds = new Rounds(this, machine, loop.steps());
    for (Value element : elements) {
      machine.variables.set(loop.variable(), element);
      Flow flow = rounds.next();
      if (ends(flow)) {
        return after(flow);
      }
    }
    return Flow.NEXT;
  }

  private static boolean ends(Flow flow) {
    return flow == Flow.EXIT || flow == Flow.RETURN;
  }

  private static Flow after(Flow flow) {
    return flow == Flow.RETURN ? Flow.RETURN : Flow.NEXT;
  }

  /** Runs the body of a loop of which it is not known over what it goes, if it goes at all. */
  private Flow once(List<String> variables, List<Step> steps) {
    variables.forEach(name -> machine.variables.set(name, Value.UNKNOWN));
    return after(new Courses(machine).run(List.of(steps, List.of())));
  }

  /** The same for a loop that goes over the same in every database. */
  private Flow counted(List<String> variables, List<Step> steps) {
    variables.forEach(name -> machine.variables.set(name, Value.UNKNOWN));
    return after(new Courses(machine).counted(steps));
  }

  private Flow forRows(Step.ForRows loop) {
    Optional<List<Value>> rows = queries.rows(loop.query());
    if (rows.isEmpty()) {
      return EmptyQueries.readsCatalogs(loop.query())
          ? counted(loop.variables(), loop.steps())
          : once(loop.variables(), loop.steps());
    }
    if (rows.get().isEmpty() && EmptyQueries.readsTables(loop.query(), machine.context())) {
      elsewhere(loop);
    }
    var rounds = new Rounds(this, machine, loop.steps());
    for (Value row : rows.get()) {
      queries.assign(loop.variables(), row);
      Flow flow = rounds.next();
      if (ends(flow)) {
        return after(flow);
      }
    }
    return Flow.NEXT;
  }

  /** Runs the body once for a row that there is not here, but may be in another database. */
  private void elsewhere(Step.ForRows loop) {
    Machine trial = machine.fork();
    loop.variables().forEach(name -> trial.variables.set(name, Value.UNKNOWN));
    try {
      new Interpreter(trial).run(loop.steps());
    } catch (SqlError | OpaqueException e) {
      machine.step();
    }
    machine.elsewhere(trial);
  }

  private Flow forRange(Step.ForRange loop) {
    Step.Range range = loop.range();
    Value by = range.by().isEmpty() ? Value.of(1) : value(range.by());
    if (!(value(range.from()) instanceof Value.Numeric from)
        || !(value(range.to()) instanceof Value.Numeric to)
        || !(by instanceof Value.Numeric step)) {
      return counted(List.of(range.variable()), loop.steps());
    }
    long width = step.number().longValue();
    long at = from.number().longValue();
    long end = to.number().longValue();
    var rounds = new Rounds(this, machine, loop.steps());
    while (!rounds.mayBeOverIdly() && (range.reverse() ? at >= end : at <= end)) {
      machine.step();
      machine.variables.set(range.variable(), Value.of(at));
      Flow flow = rounds.next();
      if (ends(flow)) {
        return after(flow);
      }
      at += range.reverse() ? -width : width;
    }
    return Flow.NEXT;
  }

  private Flow loop(Step.Loop loop) {
    var rounds = new Rounds(this, machine, loop.steps());
    while (!rounds.mayBeOver()) {
      machine.step();
      Value condition = loop.condition().isEmpty() ? Value.TRUE : value(loop.condition());
      if (condition.isUnknown()) {
        return after(new Courses(machine).run(List.of(loop.steps(), List.of())));
      }
      if (!condition.isTrue()) {
        return Flow.NEXT;
      }
      Flow flow = rounds.next();
      if (ends(flow)) {
        return after(flow);
      }
    }
    return Flow.NEXT;
  }

  private Flow jump(Step.Jump jump) {
    Value condition = jump.condition().isEmpty() ? Value.TRUE : value(jump.condition());
    if (condition.isUnknown()) {
      machine.mayHaveLeftLoop();
      return Flow.NEXT;
    }
    if (!condition.isTrue()) {
      return Flow.NEXT;
    }
    return jump.exit() ? Flow.EXIT : Flow.CONTINUE;
  }

  private Flow raise(Step.Raise raise) {
    if (!raise.level().equals("exception")) {
      return Flow.NEXT;
    }
    Optional<Token> at = raise.arguments().stream().findFirst();
    String message =
        at.filter(token -> token.type() == Token.Type.STRING)
            .map(Token::value)
            .orElse("raised by the block");
    throw new SqlError("raise_exception", message, at);
  }
}
