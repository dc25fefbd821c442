package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parameter lists of routines (gram.y, func_args). */
final class RoutineSignature {
  private final TokenReader tokens;
  private final Scope scope;

  private RoutineSignature(TokenReader tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** Reads {@code ( [mode] [name] type [DEFAULT e | = e], … )}. */
  static List<Parameter> parameters(TokenReader tokens, Scope scope) {
    return list(tokens.group(), scope, Mode.IN);
  }

  /** Reads what stood between the parentheses of a parameter list. */
  static List<Parameter> list(List<Token> group, Scope scope) {
    return list(group, scope, Mode.IN);
  }

  /** Reads the columns of {@code RETURNS TABLE ( name type, … )}. */
  static List<Parameter> tableColumns(TokenReader tokens, Scope scope) {
    return list(tokens.group(), scope, Mode.TABLE);
  }

  private static List<Parameter> list(List<Token> group, Scope scope, Mode mode) {
    var reader = new RoutineSignature(new TokenReader(group), scope);
    var parameters = new ArrayList<Parameter>();
    while (!reader.tokens.atEnd()) {
      parameters.add(reader.parameter(mode));
      if (!reader.tokens.acceptSymbol(",") && !reader.tokens.atEnd()) {
        throw reader.tokens.unexpected("\",\"");
      }
    }
    return parameters;
  }

  private Parameter parameter(Mode otherwise) {
    Optional<Mode> mode = mode();
    String name = "";
    TypeName type;
    if (isTypeHere()) {
      type = type();
    } else {
      name = tokens.name();
      mode = mode.or(this::mode);
      type = type();
    }
    Optional<Expression> value = Optional.empty();
    if (tokens.accept("default") || tokens.acceptSymbol("=") || tokens.acceptSymbol(":=")) {
      value = Optional.of(Expressions.read(untilComma(), scope, Optional.empty()));
    }
    return new Parameter(mode.orElse(otherwise), name, type, value);
  }

  private Optional<Mode> mode() {
    if (isTypeHere() && !tokens.at("in") && !tokens.at("variadic")) {
      return Optional.empty();
    }
    if (tokens.accept("in")) {
      return Optional.of(tokens.accept("out") ? Mode.INOUT : Mode.IN);
    }
    if (tokens.accept("out")) {
      return Optional.of(Mode.OUT);
    }
    if (tokens.accept("inout")) {
      return Optional.of(Mode.INOUT);
    }
    return tokens.accept("variadic") ? Optional.of(Mode.VARIADIC) : Optional.empty();
  }

  /** Whether what comes next is a whole type, so that no name stands before it. */
  private boolean isTypeHere() {
    int start = tokens.mark();
    try {
      type();
      return tokens.atEnd()
          || tokens.atSymbol(",")
          || tokens.atSymbol("=")
          || tokens.atSymbol(":=")
          || tokens.at("default");
    } catch (TokenReader.Unexpected e) {
      return false;
    } finally {
      tokens.reset(start);
    }
  }

  private TypeName type() {
    tokens.accept("setof");
    TypeName type = Types.read(tokens, scope);
    return type.plain();
  }

  private List<Token> untilComma() {
    int from = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd() && (depth > 0 || !tokens.atSymbol(","))) {
      Token token = tokens.next();
      if (token.isSymbol("(") || token.isSymbol("[")) {
        depth++;
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
      }
    }
    return tokens.since(from);
  }

  /** {@return whether two routines with these parameters would have one identity} */
  static boolean sameInputs(List<Parameter> a, List<Parameter> b) {
    return sameTypes(inputs(a), inputs(b));
  }

  /** {@return whether all the parameters, whatever their modes, have the same types} */
  static boolean sameTypes(List<Parameter> a, List<Parameter> b) {
    List<TypeName> left = a.stream().map(Parameter::type).toList();
    List<TypeName> right = b.stream().map(Parameter::type).toList();
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (Types.compare(left.get(i), right.get(i)) != Match.EQUAL) {
        return false;
      }
    }
    return true;
  }

  private static List<Parameter> inputs(List<Parameter> parameters) {
    return parameters.stream().filter(p -> p.mode().isInput()).toList();
  }
}
