package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;

/** A scalar SQL expression as a tree. */
public sealed interface Formula {

  /** A constant. */
  record Constant(Value value) implements Formula {}

  /** A column, variable or parameter; {@code $1} is named so. */
  record Name(List<String> path) implements Formula {
    public Name {
      path = List.copyOf(path);
    }
  }

  /** {@code NOT e}, {@code - e}. */
  record Unary(String operator, Formula operand) implements Formula {}

  /** Two operands; the operator is a symbol or a word: {@code and}, {@code like}, {@code ||}. */
  record Binary(String operator, Formula left, Formula right) implements Formula {}

  /** {@code e IS NULL}, {@code e IS TRUE}, …; {@code test} is the word behind IS. */
  record Is(Formula operand, String test) implements Formula {}

  /** {@code e IN (a, b)}. */
  record In(Formula operand, List<Formula> list) implements Formula {
    public In {
      list = List.copyOf(list);
    }
  }

  /** {@code e operator ANY (array or query)}, also IN (query); {@code all} for ALL. */
  record Quantified(Formula operand, String operator, boolean all, Formula array)
      implements Formula {}

  /** {@code e::type}; the type's words joined, an array's with {@code []}. */
  record Cast(Formula operand, String type) implements Formula {}

  /** {@code schema.f(a, b)}; the schema may be empty. */
  record Call(String schema, String name, List<Formula> arguments, Gathering gathering)
      implements Formula {
    public Call {
      arguments = List.copyOf(arguments);
    }

    Call(String schema, String name, List<Formula> arguments) {
      this(schema, name, arguments, Gathering.ALL);
    }

    /** {@code f(a, b)}. */
    Call(String name, List<Formula> arguments) {
      this("", name, arguments);
    }
  }

  /** What an aggregate takes: {@code f(DISTINCT a ORDER BY b) FILTER (WHERE c)}. */
  record Gathering(boolean distinct, List<Selection.OrderKey> order, Optional<Formula> filter) {
    static final Gathering ALL = new Gathering(false, List.of(), Optional.empty());

    public Gathering {
      order = List.copyOf(order);
    }
  }

  /** {@code EXISTS (query)}. */
  record Exists(Selection query) implements Formula {}

  /** {@code (query)}. */
  record Scalar(Selection query) implements Formula {}

  /** {@code ARRAY(query)}. */
  record ArrayQuery(Selection query) implements Formula {}

  /** {@code ARRAY[a, b]}. */
  record ArrayOf(List<Formula> elements) implements Formula {
    public ArrayOf {
      elements = List.copyOf(elements);
    }
  }

  /** {@code a[i]}. */
  record Element(Formula array, Formula index) implements Formula {}

  /** {@code CASE WHEN … THEN … ELSE … END}. */
  record Case(List<When> branches, Optional<Formula> otherwise) implements Formula {
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /** One branch of a {@link Case}. */
  record When(Formula condition, Formula result) {}
}
