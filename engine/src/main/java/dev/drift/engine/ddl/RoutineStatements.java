package dev.drift.engine.ddl;

import dev.drift.engine.canon.Parameters;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.StandardBody;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code CREATE [OR REPLACE] FUNCTION | PROCEDURE} (functioncmds.c). */
final class RoutineStatements {
  private final TokenReader tokens;
  private final Context context;
  private final RoutineOptions options = new RoutineOptions(new LinkedHashMap<>());
  private final List<Parameter> parameters = new ArrayList<>();
  private Optional<TypeName> returns = Optional.empty();
  private Optional<Named> returned = Optional.empty();
  private boolean returnsSet;
  private String language = "";
  private Optional<String> body = Optional.empty();
  private Optional<StandardBody> standardBody = Optional.empty();
  private boolean window;

  private RoutineStatements(TokenReader tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
  }

  /** {@return the routine that a statement defines in the session's own schema} */
  static Routine temporary(List<Token> definition, Context context) {
    var tokens = new TokenReader(definition);
    tokens.expect("create");
    tokens.accept("or", "replace");
    Kind kind = kind(tokens);
    Named name = Named.read(tokens);
    return new RoutineStatements(tokens, context).read(kind, name, name.name().schema());
  }

  private static Kind kind(TokenReader tokens) {
    if (tokens.accept("procedure")) {
      return Kind.PROCEDURE;
    }
    tokens.expect("function");
    return Kind.FUNCTION;
  }

  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean replace = tokens.accept("or", "replace");
    Kind kind = kind(tokens);
    Named name = Named.read(tokens);
    int start = tokens.mark();
    var statement = new RoutineStatements(tokens, context);
    Routine routine = statement.read(kind, name, name.creationSchema(context));
    var changes = new Changes(context);
    Optional<ObjectId> shell = statement.shell(routine);
    if (shell.isPresent()) {
      changes.create(BaseType.shell(shell.get()));
      tokens.reset(start);
      routine =
          new RoutineStatements(tokens, changes.context())
              .read(kind, name, name.creationSchema(context));
    }
    Optional<SchemaObject> existing = Routines.same(routine.id(), changes.objects());
    if (existing.isEmpty()) {
      changes.create(routine);
      return changes.effects();
    }
    if (!replace) {
      throw new RejectedException(
          "function \"" + name.plain() + "\" already exists with same argument types", name.at());
    }
    RoutineReplacement.require(existing.get(), routine, name);
    changes.alter(existing.get(), routine);
    return changes.effects();
  }

  private Named named() {
    int start = tokens.mark();
    Named name = Named.read(tokens);
    tokens.reset(start);
    return name;
  }

  /**
   * The input function of a type may come before the type: a C function that returns what does not
   * exist makes a shell of it (functioncmds.c, compute_return_type).
   */
  private Optional<ObjectId> shell(Routine routine) {
    boolean near = routine.language().equals("c") || routine.language().equals("internal");
    boolean elsewhere =
        context.objects().ofKind(Kind.EXTENSION).stream()
            .anyMatch(extension -> !extension.id().name().equals("plpgsql"));
    return returned
        .filter(name -> near && !elsewhere)
        .filter(name -> returns.filter(type -> isUnknown(type)).isPresent())
        .map(name -> ObjectId.of(Kind.BASE_TYPE, name.creationSchema(context), name.plain()));
  }

  private boolean isUnknown(TypeName type) {
    return !type.array()
        && !type.schema().equals("pg_catalog")
        && dev.drift.engine.canon.Names.type(type.schema(), type.name(), context.objects())
            .isEmpty();
  }

  private Routine read(Kind kind, Named name, String schema) {
    parameters.addAll(RoutineSignature.parameters(tokens, context.scope()));
    while (!tokens.atEnd()) {
      clause(name);
    }
    if (language.isEmpty() && standardBody.isPresent()) {
      language = "sql";
    }
    if (language.isEmpty()) {
      throw new RejectedException("no language specified", name.at());
    }
    if (body.isEmpty()) {
      throw new RejectedException("no function body specified", name.at());
    }
    boolean outputs =
        parameters.stream().anyMatch(p -> p.mode() != Mode.IN && p.mode() != Mode.VARIADIC);
    boolean isSet = kind == Kind.FUNCTION && returnsSet;
    return new Routine(
        ObjectId.of(kind, schema, RoutineNames.signature(name.plain(), parameters)),
        parameters,
        outputs || kind == Kind.PROCEDURE ? Optional.empty() : returns,
        isSet,
        language,
        language.equals("c") ? linked(body.get(), name.plain()) : body.get(),
        standardBody,
        options.volatility.orElse("volatile"),
        options.strict.orElse(false),
        options.securityDefiner.orElse(false),
        options.leakproof.orElse(false),
        window,
        options.parallel.orElse("unsafe"),
        options.cost.orElse(language.equals("c") || language.equals("internal") ? 1 : 100),
        isSet ? options.rows.orElse(1000) : 0,
        options.support,
        options.settings);
  }

  private void clause(Named name) {
    if (tokens.accept("returns", "table")) {
      parameters.addAll(RoutineSignature.tableColumns(tokens, context.scope()));
      returnsSet = true;
    } else if (tokens.at("returns") && !tokens.at("returns", "null", "on")) {
      tokens.expect("returns");
      returnsSet = tokens.accept("setof");
      returned = tokens.peek().filter(Token::isName).map(token -> named());
      TypeName type = Types.read(tokens, context.scope());
      returns = Optional.of(type.plain());
    } else if (tokens.accept("language")) {
      language = LanguageNames.require(LanguageNames.read(tokens), context);
    } else if (tokens.accept("as")) {
      definition();
    } else if (tokens.accept("window")) {
      window = true;
    } else if (tokens.accept("transform")) {
      transforms();
    } else if (tokens.at("return") || tokens.at("begin", "atomic")) {
      standardBody =
          Optional.of(
              StandardBodies.read(tokens, Parameters.of(name.plain(), parameters), context));
      body = Optional.of("");
    } else if (!options.accept(tokens, context)) {
      throw tokens.unexpected("an option of the function");
    }
  }

  /** A C function whose symbol is not said is linked by its own name. */
  private static String linked(String body, String name) {
    return body.indexOf(',') < 0 ? body + ',' + name : body;
  }

  private void definition() {
    String text = tokens.string();
    body = Optional.of(tokens.acceptSymbol(",") ? text + ',' + tokens.string() : text);
  }

  private void transforms() {
    do {
      tokens.expect("for", "type");
      Types.read(tokens, context.scope());
    } while (tokens.acceptSymbol(","));
  }
}
