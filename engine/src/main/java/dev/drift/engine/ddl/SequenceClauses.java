package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SequenceOptions;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options of CREATE SEQUENCE, ALTER SEQUENCE and identity columns (sequence.c, init_params).
 */
final class SequenceClauses {
  private Optional<TypeName> type = Optional.empty();
  private OptionalLong start = OptionalLong.empty();
  private OptionalLong increment = OptionalLong.empty();
  private Optional<OptionalLong> min = Optional.empty();
  private Optional<OptionalLong> max = Optional.empty();
  private OptionalLong cache = OptionalLong.empty();
  private Optional<Boolean> cycle = Optional.empty();
  private Optional<QualifiedName> name = Optional.empty();
  private Optional<Owner> owner = Optional.empty();

  /** {@code OWNED BY table.column}; no table for {@code OWNED BY NONE}. */
  record Owner(Optional<QualifiedName> table, String column, Token at) {}

  /** Reads options as long as they follow. */
  static SequenceClauses read(TokenReader tokens, Context context) {
    var clauses = new SequenceClauses();
    while (clauses.readOne(tokens, context)) {
      continue;
    }
    return clauses;
  }

  private boolean readOne(TokenReader tokens, Context context) {
    if (tokens.accept("as")) {
      type = Optional.of(Types.read(tokens, context.scope()));
    } else if (tokens.accept("start")) {
      tokens.accept("with");
      start = OptionalLong.of(number(tokens));
    } else if (tokens.accept("increment")) {
      tokens.accept("by");
      increment = OptionalLong.of(number(tokens));
    } else if (tokens.accept("minvalue")) {
      min = Optional.of(OptionalLong.of(number(tokens)));
    } else if (tokens.accept("maxvalue")) {
      max = Optional.of(OptionalLong.of(number(tokens)));
    } else if (tokens.accept("no", "minvalue")) {
      min = Optional.of(OptionalLong.empty());
    } else if (tokens.accept("no", "maxvalue")) {
      max = Optional.of(OptionalLong.empty());
    } else if (tokens.accept("no", "cycle")) {
      cycle = Optional.of(false);
    } else if (tokens.accept("cycle")) {
      cycle = Optional.of(true);
    } else if (tokens.accept("cache")) {
      cache = OptionalLong.of(number(tokens));
    } else if (tokens.accept("restart")) {
      tokens.accept("with");
      if (tokens.peek().filter(t -> t.type() == Token.Type.NUMBER || t.isSymbol("-")).isPresent()) {
        number(tokens);
      }
    } else if (tokens.accept("sequence", "name")) {
      name = Optional.of(Names.read(tokens));
    } else if (tokens.at("owned", "by")) {
      tokens.accept("owned", "by");
      owner = Optional.of(owner(tokens));
    } else {
      return tokens.accept("logged") || tokens.accept("unlogged");
    }
    return true;
  }

  private static Owner owner(TokenReader tokens) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a column"));
    if (tokens.accept("none")) {
      return new Owner(Optional.empty(), "", at);
    }
    QualifiedName first = new QualifiedName("", tokens.name());
    tokens.expectSymbol(".");
    String second = tokens.name();
    if (!tokens.acceptSymbol(".")) {
      return new Owner(Optional.of(first), second, at);
    }
    return new Owner(Optional.of(new QualifiedName(first.name(), second)), tokens.name(), at);
  }

  private static long number(TokenReader tokens) {
    boolean negative = tokens.acceptSymbol("-");
    if (!negative) {
      tokens.acceptSymbol("+");
    }
    Token token = tokens.next();
    if (token.type() != Token.Type.NUMBER) {
      throw tokens.unexpected("a number before here");
    }
    try {
      return Long.parseLong((negative ? "-" : "") + token.text().replace("_", ""));
    } catch (NumberFormatException e) {
      throw tokens.unexpected("a smaller number before here");
    }
  }

  /** {@return the name that SEQUENCE NAME gives} */
  Optional<QualifiedName> name() {
    return name;
  }

  /** {@return what OWNED BY says, if it is said} */
  Optional<Owner> owner() {
    return owner;
  }

  /** {@return the type that AS names} */
  Optional<TypeName> type() {
    return type;
  }

  /** {@return the options of a new sequence of type {@code whenNotSaid}} */
  SequenceOptions create(TypeName whenNotSaid) {
    TypeName chosen = type.orElse(whenNotSaid);
    long step = increment.orElse(1);
    long low = bound(min, lowest(chosen, step));
    long high = bound(max, highest(chosen, step));
    return new SequenceOptions(
        chosen,
        start.orElse(step > 0 ? low : high),
        step,
        low,
        high,
        cache.orElse(1),
        cycle.orElse(false));
  }

  /** {@return {@code before} with what is said changed} */
  SequenceOptions alter(SequenceOptions before) {
    TypeName chosen = type.orElse(before.type());
    long step = increment.orElse(before.increment());
    boolean freeBelow = before.min() == least(before.type());
    boolean freeAbove = before.max() == SequenceOptions.ascending(before.type()).max();
    long low = freeBelow ? least(chosen) : before.min();
    long high = freeAbove ? SequenceOptions.ascending(chosen).max() : before.max();
    if (min.isPresent()) {
      low = bound(min, lowest(chosen, step));
    }
    if (max.isPresent()) {
      high = bound(max, highest(chosen, step));
    }
    return new SequenceOptions(
        chosen,
        start.orElse(before.start()),
        step,
        low,
        high,
        cache.orElse(before.cache()),
        cycle.orElse(before.cycle()));
  }

  /** {@return {@code before} for another type; bounds that are the old type's follow} */
  static SequenceOptions retyped(SequenceOptions before, TypeName type) {
    var clauses = new SequenceClauses();
    clauses.type = Optional.of(type);
    return clauses.alter(before);
  }

  private static long bound(Optional<OptionalLong> said, long otherwise) {
    return said.orElse(OptionalLong.empty()).orElse(otherwise);
  }

  private static long lowest(TypeName type, long step) {
    return step > 0 ? 1 : least(type);
  }

  private static long least(TypeName type) {
    return switch (type.name()) {
      case "smallint" -> Short.MIN_VALUE;
      case "integer" -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }

  private static long highest(TypeName type, long step) {
    return step > 0 ? SequenceOptions.ascending(type).max() : -1;
  }
}
