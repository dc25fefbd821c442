package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code CREATE}, {@code ALTER} and {@code DROP OPERATOR} (operatorcmds.c, pg_operator.c). */
final class OperatorStatements {
  private static final TypeName INTERNAL = TypeName.builtin("internal");
  private static final List<TypeName> OF_RESTRICT =
      List.of(INTERNAL, TypeName.builtin("oid"), INTERNAL, TypeName.builtin("integer"));
  private static final List<TypeName> OF_JOIN =
      List.of(INTERNAL, TypeName.builtin("oid"), INTERNAL, TypeName.builtin("smallint"), INTERNAL);

  private final Definition options;
  private final Context context;

  private OperatorStatements(Definition options, Context context) {
    this.options = options;
    this.context = context;
  }

  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "operator");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("an operator"));
    QualifiedName name = Referents.operatorName(tokens);
    Definition options = Definition.read(tokens, context);
    String schema = Names.creationSchema(name, at, context);
    var reader = new OperatorStatements(options, context);
    Optional<TypeName> left = reader.operand("leftarg");
    Optional<TypeName> right = reader.operand("rightarg");
    ObjectId id = ObjectId.of(Kind.OPERATOR, schema, name.name() + Types.operands(left, right));
    if (context.objects().contains(id)) {
      throw Existing.taken(id, "operator " + name.name() + " already exists", at, context);
    }
    var changes = new Changes(context);
    Operator operator = reader.operator(id, left, right);
    changes.create(operator);
    linkBack(operator, changes);
    return changes.effects();
  }

  private Operator operator(ObjectId id, Optional<TypeName> left, Optional<TypeName> right) {
    String option = options.has("function") ? "function" : "procedure";
    Named function =
        options
            .named(option)
            .orElseThrow(
                () ->
                    new RejectedException("operator function must be specified", Optional.empty()));
    List<TypeName> operands = Stream.concat(left.stream(), right.stream()).toList();
    boolean old = options.has("sort1") || options.has("sort2") || options.has("ltcmp");
    return new Operator(
        id,
        left,
        right,
        Referents.routine(function.name(), operands, context),
        other("commutator", Types.operands(right, left)),
        other("negator", Types.operands(left, right)),
        function("restrict", OF_RESTRICT),
        function("join", OF_JOIN),
        options.flag("hashes", false),
        options.flag("merges", old));
  }

  private Optional<TypeName> operand(String option) {
    return options.word(option).filter(word -> !word.equals("none")).isPresent()
        ? options.type(option)
        : Optional.empty();
  }

  private Optional<QualifiedName> function(String option, List<TypeName> arguments) {
    return options
        .named(option)
        .filter(name -> !name.plain().equals("none"))
        .map(name -> Referents.routine(name.name(), arguments, context));
  }

  /** An operator that is not there yet is made as a shell (get_other_operator). */
  private Optional<QualifiedName> other(String option, String operands) {
    List<Token> tokens = options.entries().getOrDefault(option, List.of());
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    QualifiedName name = Referents.operatorName(new TokenReader(tokens));
    var typed = new QualifiedName(name.schema(), name.name() + operands);
    return Optional.of(
        Names.first(typed, context, object -> object instanceof Operator)
            .map(object -> new QualifiedName(object.id().schema(), object.id().name()))
            .orElseGet(
                () ->
                    new QualifiedName(
                        Names.creationSchema(name, tokens.getFirst(), context), typed.name())));
  }

  /** The other operator gets the link, too, if it has none (OperatorUpd). */
  private static void linkBack(Operator operator, Changes changes) {
    var own = Optional.of(new QualifiedName(operator.id().schema(), operator.id().name()));
    operator
        .commutator()
        .flatMap(name -> find(name, changes))
        .filter(other -> other.commutator().isEmpty())
        .ifPresent(other -> changes.alter(other, linked(other, own, other.negator())));
    operator
        .negator()
        .flatMap(name -> find(name, changes))
        .filter(other -> other.negator().isEmpty())
        .ifPresent(other -> changes.alter(other, linked(other, other.commutator(), own)));
  }

  private static Optional<Operator> find(QualifiedName name, Changes changes) {
    return changes
        .objects()
        .find(ObjectId.of(Kind.OPERATOR, name.schema(), name.name()), Operator.class);
  }

  static Operator linked(
      Operator operator, Optional<QualifiedName> commutator, Optional<QualifiedName> negator) {
    return new Operator(
        operator.id(),
        operator.left(),
        operator.right(),
        operator.function(),
        commutator,
        negator,
        operator.restrict(),
        operator.join(),
        operator.hashes(),
        operator.merges());
  }

  /** {@code ALTER OPERATOR name (left, right) OWNER TO | SET SCHEMA | SET (…)}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "operator");
    var operator = (Operator) OperatorSignature.read(tokens, context).require(context);
    var changes = new Changes(context);
    if (Moves.orOwner(tokens, operator, changes)) {
      return changes.effects();
    }
    tokens.expect("set");
    var reader = new OperatorStatements(Definition.read(tokens, context), context);
    Operator after = reader.altered(operator);
    changes.alter(operator, after);
    linkBack(after, changes);
    return changes.effects();
  }

  private Operator altered(Operator operator) {
    return new Operator(
        operator.id(),
        operator.left(),
        operator.right(),
        operator.function(),
        options.has("commutator")
            ? other("commutator", Types.operands(operator.right(), operator.left()))
            : operator.commutator(),
        options.has("negator")
            ? other("negator", Types.operands(operator.left(), operator.right()))
            : operator.negator(),
        options.has("restrict") ? function("restrict", OF_RESTRICT) : operator.restrict(),
        options.has("join") ? function("join", OF_JOIN) : operator.join(),
        options.flag("hashes", operator.hashes()),
        options.flag("merges", operator.merges()));
  }

  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop", "operator");
    return Drops.decide(tokens, context, OperatorStatements::target);
  }

  private static Drops.Target target(TokenReader tokens, Context context) {
    OperatorSignature signature = OperatorSignature.read(tokens, context);
    return new Drops.Target(
        signature.find(context), new Named(signature.typed(), signature.at()), signature.message());
  }
}
