package dev.drift.engine.ddl;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.TokenReader;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * The options that CREATE and ALTER FUNCTION share (gram.y, common_func_opt_item). What is not said
 * is empty, so that ALTER leaves it.
 */
final class RoutineOptions {
  Optional<String> volatility = Optional.empty();
  Optional<Boolean> strict = Optional.empty();
  Optional<Boolean> securityDefiner = Optional.empty();
  Optional<Boolean> leakproof = Optional.empty();
  Optional<String> parallel = Optional.empty();
  OptionalDouble cost = OptionalDouble.empty();
  OptionalDouble rows = OptionalDouble.empty();
  Optional<QualifiedName> support = Optional.empty();
  final SequencedMap<String, String> settings;

  RoutineOptions(SequencedMap<String, String> settings) {
    this.settings = new LinkedHashMap<>(settings);
  }

  /** Reads one option if one comes next. {@return whether it did} */
  boolean accept(TokenReader tokens, Context context) {
    return acceptFlag(tokens) || acceptNumber(tokens) || acceptSetting(tokens, context);
  }

  private boolean acceptFlag(TokenReader tokens) {
    if (tokens.at("immutable") || tokens.at("stable") || tokens.at("volatile")) {
      volatility = Optional.of(tokens.name());
    } else if (tokens.accept("not", "leakproof")) {
      leakproof = Optional.of(false);
    } else if (tokens.accept("leakproof")) {
      leakproof = Optional.of(true);
    } else if (tokens.accept("called", "on", "null", "input")) {
      strict = Optional.of(false);
    } else if (tokens.accept("returns", "null", "on", "null", "input") || tokens.accept("strict")) {
      strict = Optional.of(true);
    } else if (tokens.at("security") || tokens.at("external", "security")) {
      tokens.accept("external");
      tokens.expect("security");
      boolean definer = tokens.accept("definer");
      if (!definer) {
        tokens.expect("invoker");
      }
      securityDefiner = Optional.of(definer);
    } else if (tokens.accept("parallel")) {
      parallel = Optional.of(tokens.next().value());
    } else {
      return false;
    }
    return true;
  }

  private boolean acceptNumber(TokenReader tokens) {
    if (tokens.accept("cost")) {
      cost = OptionalDouble.of(number(tokens));
    } else if (tokens.accept("rows")) {
      rows = OptionalDouble.of(number(tokens));
    } else if (tokens.accept("support")) {
      support = Optional.of(Names.read(tokens));
    } else {
      return false;
    }
    return true;
  }

  /** A number as the catalog keeps it: a float4, shown with as few digits as tell it apart. */
  private static double number(TokenReader tokens) {
    try {
      return Double.parseDouble(Float.toString(Float.parseFloat(tokens.next().text())));
    } catch (NumberFormatException e) {
      throw tokens.unexpected("a number");
    }
  }

  private boolean acceptSetting(TokenReader tokens, Context context) {
    if (tokens.accept("set")) {
      RoutineSettings.set(tokens, context, settings);
    } else if (tokens.accept("reset", "all")) {
      settings.clear();
    } else if (tokens.accept("reset")) {
      settings.remove(RoutineSettings.name(tokens));
    } else {
      return false;
    }
    return true;
  }
}
