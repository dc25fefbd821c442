package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.ddl.plpgsql.Step;
import java.util.List;
import java.util.TreeSet;

/**
 * The rounds of one loop. After one that may have left the loop or gone on to the next early, what
 * the others do is not certain either, but it may be done.
 */
final class Rounds {
  private final Interpreter interpreter;
  private final Machine machine;
  private final List<Step> body;
  private boolean mayBeOver;
  private boolean idle;

  Rounds(Interpreter interpreter, Machine machine, List<Step> body) {
    this.interpreter = interpreter;
    this.machine = machine;
    this.body = body;
  }

  /** {@return whether a round may have left the loop or gone on to the next early} */
  boolean mayBeOver() {
    return mayBeOver;
  }

  /**
   * {@return the same where the last round did nothing to the schema: the others will not either}
   */
  boolean mayBeOverIdly() {
    return mayBeOver && idle;
  }

  /** Runs the body once. */
  Interpreter.Flow next() {
    Machine attempt = machine.fork();
    var inner = new Interpreter(attempt);
    Interpreter.Flow flow;
    try {
      flow = inner.run(body);
    } catch (SqlError error) {
      if (!mayBeOver && !attempt.mayHaveLeft()) {
        throw error;
      }
      flow = Interpreter.Flow.NEXT;
    }
    machine.variables.meet(List.of(attempt.variables));
    interpreter.returns(inner.result());
    idle = attempt.isIdle();
    mayBeOver |= attempt.mayHaveLeft();
    if (!mayBeOver) {
      machine.adopt(attempt);
      return flow;
    }
    machine.variables.forget();
    if (attempt.makesShapesOnly() && !attempt.isUnclear()) {
      machine.adoptCall(attempt);
    } else if (!idle) {
      machine.unclear("depends on data", attempt.isUnbounded() ? new TreeSet<>() : attempt.reach());
    }
    if (flow == Interpreter.Flow.RETURN) {
      machine.mayHaveEnded();
    }
    return Interpreter.Flow.NEXT;
  }
}
