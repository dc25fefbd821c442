package dev.drift.engine.ddl.plpgsql;

import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/** One statement of PL/pgSQL. Expressions and SQL are tokens. */
public sealed interface Step {

  /** {@code [DECLARE …] BEGIN … [EXCEPTION WHEN …] END}. */
  record Block(List<Declaration> declarations, List<Step> steps, List<Handler> handlers)
      implements Step {
    public Block {
      declarations = List.copyOf(declarations);
      steps = List.copyOf(steps);
      handlers = List.copyOf(handlers);
    }
  }

  /** A variable of DECLARE with its initial value, if it has one. */
  record Declaration(String name, List<Token> type, Optional<List<Token>> initial) {}

  /** {@code WHEN condition [OR condition …] THEN …}. */
  record Handler(List<String> conditions, List<Step> steps) {
    public Handler {
      conditions = List.copyOf(conditions);
      steps = List.copyOf(steps);
    }
  }

  /** {@code IF … THEN … [ELSIF …] [ELSE …] END IF}, also CASE, whose branches come in order. */
  record If(List<Branch> branches, List<Step> otherwise) implements Step {
    public If {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** One condition of an {@link If} with what it guards. */
  record Branch(List<Token> condition, List<Step> steps) {
    public Branch {
      steps = List.copyOf(steps);
    }
  }

  /** {@code FOREACH variable [SLICE n] IN ARRAY array LOOP …}. */
  record ForEach(String variable, boolean sliced, List<Token> array, List<Step> steps)
      implements Step {
    public ForEach {
      steps = List.copyOf(steps);
    }
  }

  /** {@code FOR variables IN query LOOP …}; a query that starts with EXECUTE is dynamic. */
  record ForRows(List<String> variables, List<Token> query, List<Step> steps) implements Step {
    public ForRows {
      variables = List.copyOf(variables);
      steps = List.copyOf(steps);
    }
  }

  /** {@code FOR variable IN [REVERSE] from .. to [BY step] LOOP …}. */
  record ForRange(Range range, List<Step> steps) implements Step {
    public ForRange {
      steps = List.copyOf(steps);
    }
  }

  /** The header of a {@link ForRange}; {@code by} is empty for one. */
  record Range(
      String variable, boolean reverse, List<Token> from, List<Token> to, List<Token> by) {}

  /** {@code [WHILE condition] LOOP …}; no condition, no tokens. */
  record Loop(List<Token> condition, List<Step> steps) implements Step {
    public Loop {
      steps = List.copyOf(steps);
    }
  }

  /** {@code EXECUTE text [INTO targets] [USING …]}. */
  record Execute(List<Token> command, List<String> into, List<List<Token>> using) implements Step {
    public Execute {
      into = List.copyOf(into);
      using = List.copyOf(using);
    }
  }

  /** {@code target := value}; a target of several parts is a field. */
  record Assign(List<String> target, List<Token> value) implements Step {
    public Assign {
      target = List.copyOf(target);
    }
  }

  /** {@code PERFORM …}: the tokens behind the word. */
  record Perform(List<Token> query) implements Step {}

  /** {@code RAISE [level] …}; EXCEPTION is also the level where none is given. */
  record Raise(String level, List<Token> arguments) implements Step {}

  /** {@code RETURN …}. */
  record Return(List<Token> value) implements Step {}

  /** {@code EXIT} or {@code CONTINUE} with an optional condition. */
  record Jump(boolean exit, List<Token> condition) implements Step {}

  /** {@code GET [STACKED] DIAGNOSTICS variable = item, …}. */
  record Diagnostics(List<String> variables) implements Step {
    public Diagnostics {
      variables = List.copyOf(variables);
    }
  }

  /** {@code NULL}, {@code ASSERT} and other steps without effect here. */
  record Nothing(Token at) implements Step {}

  /** Any SQL statement; {@code into} are the variables of its INTO clause, which is cut out. */
  record Sql(List<Token> statement, List<String> into) implements Step {
    public Sql {
      into = List.copyOf(into);
    }
  }
}
