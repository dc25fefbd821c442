package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Environment;
import dev.drift.engine.ddl.guard.FormulaReader;
import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.ddl.plpgsql.BodyReader;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Routine;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Calls of functions and procedures that the migrations define. */
final class Calls {
  private static final int DEEPEST = 16;
  private static final Pattern DDL =
      Pattern.compile(
          "\\b(create|alter|drop|execute|comment|call|perform)\\b", Pattern.CASE_INSENSITIVE);

  private final Machine machine;
  private final Optional<Token> at;

  /** Calls from {@code at}. */
  Calls(Machine machine, Optional<Token> at) {
    this.machine = machine;
    this.at = at;
  }

  /** {@return whether these tokens call a function that may change the schema} */
  static boolean anyIn(List<Token> tokens, Context context) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isName() && tokens.get(i + 1).isSymbol("(")) {
        String name = tokens.get(i).value();
        if (routines(name, context).stream().anyMatch(Calls::mayChangeSchema)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayChangeSchema(Routine routine) {
    return DDL.matcher(routine.body()).find();
  }

  private static List<Routine> routines(String name, Context context) {
    List<Token> temporary = context.session().temporaryRoutines().get(name);
    if (temporary != null) {
      return List.of(RoutineStatements.temporary(temporary, context));
    }
    String prefix = name + '(';
    return Stream.of(Kind.FUNCTION, Kind.PROCEDURE)
        .flatMap(kind -> context.objects().ofKind(kind).stream())
        .filter(object -> object.id().name().startsWith(prefix))
        .map(Routine.class::cast)
        .toList();
  }

  /** Notes an expression that cannot be read but calls what may change the schema. */
  void note(List<Token> tokens) {
    if (anyIn(tokens, machine.context())) {
      machine.unclear("calls a function that runs DDL", new TreeSet<>());
    }
  }

  /** Runs {@code schema.name(arguments)} and {@return what it gives} */
  Value call(String schema, String name, List<Value> arguments) {
    if (name.equals("set_config")) {
      return setting(arguments);
    }
    List<Routine> candidates =
        visible(schema, routines(name, machine.context())).stream()
            .filter(routine -> accepts(routine, arguments.size()))
            .toList();
    if (candidates.isEmpty()) {
      return Value.UNKNOWN;
    }
    Routine routine = candidates.get(0);
    if (!mayChangeSchema(routine)) {
      return candidates.size() > 1 ? Value.UNKNOWN : computed(routine, arguments);
    }
    if (machine.depth() >= DEEPEST || candidates.size() > 1) {
      machine.unclear("calls " + name, new TreeSet<>());
      return Value.UNKNOWN;
    }
    return run(routine, arguments);
  }

  /** What a function gives that changes nothing, where that can be told. */
  private Value computed(Routine routine, List<Value> arguments) {
    if (!routine.language().equals("sql") || machine.depth() >= DEEPEST) {
      return Value.UNKNOWN;
    }
    Machine inner = machine.fork().call(at);
    try {
      bind(inner, routine, arguments);
      return new ProcedureQueries(inner).scalar(Tokenizer.tokenize(routine.body()));
    } catch (SqlError | OpaqueException | TokenReader.Unexpected e) {
      return Value.UNKNOWN;
    }
  }

  /** {@code set_config(name, value, is_local)}. */
  private Value setting(List<Value> arguments) {
    if (arguments.size() != 3
        || !(arguments.get(0) instanceof Value.Text name)
        || !(arguments.get(1) instanceof Value.Text value)) {
      return Value.UNKNOWN;
    }
    String call =
        "SELECT set_config(%s, %s, %s)"
            .formatted(
                Identifiers.literal(name.text()),
                Identifiers.literal(value.text()),
                arguments.get(2).isTrue());
    machine.set(Tokenizer.tokenize(call));
    return value;
  }

  /**
   * {@return those in the schema; if none is named, in the first of the path that has any, or
   * wherever}
   */
  private List<Routine> visible(String schema, List<Routine> routines) {
    List<String> schemas =
        schema.isEmpty() ? machine.context().session().searchPath() : List.of(schema);
    return schemas.stream()
        .map(each -> routines.stream().filter(r -> r.id().schema().equals(each)).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(schema.isEmpty() ? routines : List.of());
  }

  private static boolean accepts(Routine routine, int count) {
    List<Routine.Parameter> inputs = inputs(routine);
    long required = inputs.stream().filter(p -> p.defaultValue().isEmpty()).count();
    return required <= count && count <= inputs.size();
  }

  private static List<Routine.Parameter> inputs(Routine routine) {
    return routine.parameters().stream().filter(p -> p.mode().isInput()).toList();
  }

  private Value run(Routine routine, List<Value> arguments) {
    Machine inner = machine.call(at);
    bind(inner, routine, arguments);
    Value result;
    try {
      result =
          switch (routine.language()) {
            case "plpgsql" -> procedural(inner, routine);
            case "sql" -> statements(inner, routine);
            default -> {
              inner.unclear("calls " + routine.id().name(), new TreeSet<>());
              yield Value.UNKNOWN;
            }
          };
    } catch (TokenReader.Unexpected e) {
      inner.unclear("calls " + routine.id().name(), new TreeSet<>());
      result = Value.UNKNOWN;
    }
    machine.adoptCall(inner);
    return result;
  }

  private void bind(Machine inner, Routine routine, List<Value> arguments) {
    List<Routine.Parameter> inputs = inputs(routine);
    for (int i = 0; i < inputs.size(); i++) {
      Routine.Parameter parameter = inputs.get(i);
      Value value = i < arguments.size() ? arguments.get(i) : defaultValue(parameter);
      inner.variables.set("$" + (i + 1), value);
      if (!parameter.name().isEmpty()) {
        inner.variables.declare(parameter.name(), parameter.type().name(), value);
      }
    }
  }

  private Value defaultValue(Routine.Parameter parameter) {
    return parameter
        .defaultValue()
        .map(
            expression ->
                machine
                    .evaluator((schema, name, arguments) -> Value.UNKNOWN)
                    .evaluate(
                        FormulaReader.read(Tokenizer.tokenize(expression.sql())),
                        Environment.EMPTY))
        .orElse(Value.UNKNOWN);
  }

  private static Value procedural(Machine inner, Routine routine) {
    var interpreter = new Interpreter(inner);
    interpreter.run(List.of(BodyReader.read(Tokenizer.tokenize(routine.body()))));
    return interpreter.result();
  }

  private static Value statements(Machine inner, Routine routine) {
    var at = new Token(Token.Type.WORD, "", "", 0, 1, 1);
    new DynamicCommands(inner).runAll(routine.body(), at);
    return Value.UNKNOWN;
  }
}
