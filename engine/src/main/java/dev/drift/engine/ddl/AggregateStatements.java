package dev.drift.engine.ddl;

import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.Aggregate.State;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE} and {@code ALTER AGGREGATE} (aggregatecmds.c, pg_aggregate.c). */
final class AggregateStatements {
  private final Context context;
  private final AggregateSignature signature;
  private final Definition definition;

  private AggregateStatements(
      Context context, AggregateSignature signature, Definition definition) {
    this.context = context;
    this.signature = signature;
    this.definition = definition;
  }

  /** {@code CREATE [OR REPLACE] AGGREGATE name (types) (definition)}, or the old form. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean replace = tokens.accept("or", "replace");
    tokens.expect("aggregate");
    Named name = Named.read(tokens);
    int start = tokens.mark();
    tokens.group();
    boolean old = tokens.atEnd();
    tokens.reset(start);
    AggregateSignature signature =
        old
            ? new AggregateSignature(List.of(), 0, false)
            : AggregateSignature.read(tokens, context);
    Definition definition = Definition.read(tokens, context);
    if (old) {
      signature = ofBaseType(definition);
    }
    var reader = new AggregateStatements(context, signature, definition);
    Aggregate aggregate = reader.aggregate(name);
    var changes = new Changes(context);
    Optional<SchemaObject> existing = Routines.same(aggregate.id(), context.objects());
    if (existing.isEmpty()) {
      changes.create(aggregate);
    } else if (replace && existing.get() instanceof Aggregate before) {
      changes.alter(before, aggregate);
    } else {
      throw new RejectedException(
          "function \"" + name.plain() + "\" already exists with same argument types", name.at());
    }
    return changes.effects();
  }

  private static AggregateSignature ofBaseType(Definition definition) {
    boolean any =
        definition
            .word("basetype")
            .filter(word -> word.equals("any") || word.equals("*"))
            .isPresent();
    List<Parameter> parameters =
        any
            ? List.of()
            : definition.type("basetype").stream()
                .map(type -> new Parameter(Mode.IN, "", type, Optional.empty()))
                .toList();
    return new AggregateSignature(parameters, 0, false);
  }

  private Aggregate aggregate(Named name) {
    String kind =
        !signature.ordered()
            ? "normal"
            : definition.flag("hypothetical", false) ? "hypothetical-set" : "ordered-set";
    String schema = name.creationSchema(context);
    State state = state("", "stype").orElseThrow(() -> missing("stype", name));
    List<TypeName> two = List.of(state.type(), state.type());
    return new Aggregate(
        ObjectId.of(
            Kind.AGGREGATE, schema, RoutineNames.signature(name.plain(), signature.parameters())),
        signature.parameters(),
        kind,
        signature.direct(),
        state,
        state("m", "mstype"),
        routine("combinefunc", two),
        routine("serialfunc", List.of(TypeName.builtin("internal"))),
        routine("deserialfunc", List.of(TypeName.builtin("bytea"), TypeName.builtin("internal"))),
        Optional.ofNullable(definition.entries().get("sortop"))
            .map(tokens -> Referents.operatorName(new TokenReader(tokens)))
            .map(this::sortOperator),
        definition.word("parallel").orElse("unsafe"));
  }

  private QualifiedName sortOperator(QualifiedName name) {
    Optional<TypeName> type = signature.types().stream().findFirst();
    return Referents.operator(name, type, type, context);
  }

  private static RuntimeException missing(String option, Named name) {
    return new RejectedException("aggregate " + option + " must be specified", name.at());
  }

  /** Reads what is said of the running value; {@code prefix} is m for that of moving windows. */
  private Optional<State> state(String prefix, String typeOption) {
    Optional<TypeName> type =
        definition.type(typeOption).or(() -> definition.type(prefix + "stype1"));
    Optional<Named> transition =
        definition.named(prefix + "sfunc").or(() -> definition.named(prefix + "sfunc1"));
    if (type.isEmpty() || transition.isEmpty()) {
      return Optional.empty();
    }
    var arguments = new ArrayList<TypeName>(List.of(type.get()));
    arguments.addAll(signature.aggregated());
    boolean extra = definition.flag(prefix + "finalfunc_extra", false);
    var ofFinal = new ArrayList<TypeName>(List.of(type.get()));
    if (extra) {
      ofFinal.addAll(signature.types());
    } else if (signature.ordered()) {
      ofFinal.addAll(signature.types().subList(0, signature.direct()));
    }
    return Optional.of(
        new State(
            Referents.routine(transition.get().name(), arguments, context),
            type.get(),
            definition.text(prefix + "sspace").map(Integer::parseInt).orElse(0),
            prefix.isEmpty() ? Optional.empty() : routine("minvfunc", arguments),
            routine(prefix + "finalfunc", ofFinal),
            extra,
            definition
                .word(prefix + "finalfunc_modify")
                .orElse(signature.ordered() ? "read_write" : "read_only"),
            definition.text(prefix + "initcond").or(() -> definition.text(prefix + "initcond1"))));
  }

  private Optional<QualifiedName> routine(String option, List<TypeName> arguments) {
    return definition.named(option).map(name -> Referents.routine(name.name(), arguments, context));
  }

  /** {@code ALTER AGGREGATE name (types) RENAME TO | OWNER TO | SET SCHEMA}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "aggregate");
    Named name = Named.read(tokens);
    AggregateSignature signature = AggregateSignature.read(tokens, context);
    var changes = new Changes(context);
    SchemaObject aggregate =
        find(name, signature, context)
            .orElseThrow(
                () -> Names.unknown(name.name(), message(name, signature), name.at(), context));
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, aggregate.id(), changes);
    } else {
      RoutineChanges.move(tokens, aggregate.id(), changes);
    }
    return changes.effects();
  }

  /** {@return the aggregate of that name and input types} */
  static Optional<SchemaObject> find(Named name, AggregateSignature signature, Context context) {
    String typed = RoutineNames.signature(name.plain(), signature.parameters());
    return Names.first(
        new QualifiedName(name.name().schema(), typed),
        context,
        object -> object.id().kind() == Kind.AGGREGATE);
  }

  static String message(Named name, AggregateSignature signature) {
    return "aggregate "
        + RoutineNames.signature(name.name().toString(), signature.parameters())
        + " does not exist";
  }
}
