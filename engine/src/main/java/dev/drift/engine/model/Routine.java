package dev.drift.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A function or procedure; the id's name carries its input types.
 *
 * @param returns the result type; empty for procedures and for functions that only have OUT or
 *     TABLE parameters
 * @param body the text between the quotes, or the two file and symbol names of C functions joined
 *     by a comma
 * @param standardBody an SQL-standard body: {@code RETURN e} or {@code BEGIN ATOMIC … END}; {@code
 *     body} is empty then
 * @param volatility {@code volatile}, {@code stable} or {@code immutable}
 * @param parallel {@code unsafe}, {@code restricted} or {@code safe}
 * @param cost planner cost; the default is 100, 1 for C and internal
 * @param rows planner row estimate of a set-returning function, default 1000; else 0
 * @param settings what SET clauses fix, name to value, in the order in which they are set
 */
public record Routine(
    ObjectId id,
    List<Parameter> parameters,
    Optional<TypeName> returns,
    boolean returnsSet,
    String language,
    String body,
    Optional<StandardBody> standardBody,
    String volatility,
    boolean strict,
    boolean securityDefiner,
    boolean leakproof,
    boolean window,
    String parallel,
    double cost,
    double rows,
    Optional<QualifiedName> support,
    SequencedMap<String, String> settings)
    implements SchemaObject {
  public Routine {
    parameters = List.copyOf(parameters);
    settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
  }

  /** {@return the same with another body in SQL} */
  public Routine with(StandardBody other) {
    return new Routine(
        id,
        parameters,
        returns,
        returnsSet,
        language,
        body,
        Optional.of(other),
        volatility,
        strict,
        securityDefiner,
        leakproof,
        window,
        parallel,
        cost,
        rows,
        support,
        settings);
  }

  /** One parameter; {@code name} is empty where it has none. */
  public record Parameter(
      Mode mode, String name, TypeName type, Optional<Expression> defaultValue) {}

  /** Which way a parameter's value goes. */
  public enum Mode {
    IN,
    OUT,
    INOUT,
    VARIADIC,
    TABLE;

    /** {@return whether the parameter is part of the routine's identity} */
    public boolean isInput() {
      return this == IN || this == INOUT || this == VARIADIC;
    }
  }

  /** {@return whether this makes values of a range type, and came with it} */
  public boolean isRangeConstructor() {
    return language.equals("internal") && body.matches("(multi)?range_constructor\\d");
  }

  /** {@return the same with all that can be altered as it is when it comes with its type} */
  public Routine asMade() {
    return new Routine(
        id,
        parameters,
        returns,
        returnsSet,
        language,
        body,
        standardBody,
        "immutable",
        body.startsWith("multi"),
        false,
        false,
        window,
        "safe",
        1,
        rows,
        support,
        new LinkedHashMap<>());
  }
}
