package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types what stands on operators (parse_oper.c; parse_expr.c for lists and rows). */
final class OperatorTyping {
  private static final Name EQUALS = Name.of("=");

  private final ScalarTyping scalars;
  private final TypeSystem types;
  private final Coercion coercion;
  private final Selection selection;
  private final Candidates candidates;
  private final Choices choices;

  OperatorTyping(
      ScalarTyping scalars,
      TypeSystem types,
      Coercion coercion,
      Selection selection,
      Candidates candidates,
      Choices choices) {
    this.scalars = scalars;
    this.types = types;
    this.coercion = coercion;
    this.selection = selection;
    this.candidates = candidates;
    this.choices = choices;
  }

  private Optional<Selection.Chosen> chosen(Name operator, List<Typed> operands) {
    if (!operands.stream().allMatch(one -> one.type().isPresent())) {
      return only(operator, operands.size());
    }
    List<TypeName> args = operands.stream().map(one -> one.type().get()).toList();
    Optional<Selection.Chosen> chosen =
        candidates.remembered(operator, args, () -> selected(operator, args));
    chosen.ifPresent(found -> choices.chose(operator, found.signature()));
    return chosen;
  }

  private Optional<Selection.Chosen> selected(Name operator, List<TypeName> args) {
    List<Signature> signatures = candidates.operators(operator, args.size());
    return args.stream().allMatch(types::isKnown)
        ? selection.operator(signatures, args)
        : selection.exactOperator(signatures, args);
  }

  /** The one operator of that name, where it is the model's: what it takes was accepted. */
  private Optional<Selection.Chosen> only(Name operator, int operands) {
    List<Signature> signatures = candidates.operators(operator, operands);
    if (signatures.size() == 1 && signatures.get(0).own().isPresent()) {
      choices.chose(operator, signatures.get(0));
    }
    return Optional.empty();
  }

  /** What all operators of that name give. */
  private Optional<TypeName> agreed(Name operator, int operands) {
    List<TypeName> results = candidates.results(operator, operands);
    return results.size() == 1 && !Polymorphism.isPolymorphic(results.get(0))
        ? Optional.of(results.get(0))
        : Optional.empty();
  }

  Typed unary(Node.Unary unary) {
    Typed arg = scalars.of(unary.arg());
    if (unary.operator().is("-")
        && arg.node() instanceof Node.Constant(TypeName type, String text)) {
      Optional<Scalar> negative = Coercion.negative(type, text);
      if (negative.isPresent()) {
        return Typed.of(negative.get(), type);
      }
    }
    Optional<Selection.Chosen> chosen = chosen(unary.operator(), List.of(arg));
    Scalar operand =
        chosen.map(found -> coercion.to(found.args().get(0), arg)).orElseGet(arg::loose);
    return new Typed(
        new Node.Unary(unary.operator(), operand),
        chosen.map(Selection.Chosen::result).or(() -> agreed(unary.operator(), 1)));
  }

  Typed binary(Node.Binary binary) {
    if (binary.left() instanceof Node.Row left
        && binary.right() instanceof Node.Row right
        && left.fields().size() == right.fields().size()) {
      return rows(binary.operator(), left, right);
    }
    Typed left = scalars.of(binary.left());
    Typed right = scalars.of(binary.right());
    Optional<Selection.Chosen> chosen = chosen(binary.operator(), List.of(left, right));
    return new Typed(
        new Node.Binary(binary.operator(), operand(chosen, 0, left), operand(chosen, 1, right)),
        chosen.map(Selection.Chosen::result).or(() -> agreed(binary.operator(), 2)));
  }

  private Scalar operand(Optional<Selection.Chosen> chosen, int at, Typed operand) {
    return chosen
        .map(found -> coercion.to(found.args().get(at), operand))
        .orElseGet(operand::loose);
  }

  /** Rows are compared field by field. */
  private Typed rows(Name operator, Node.Row left, Node.Row right) {
    var lefts = new ArrayList<Scalar>();
    var rights = new ArrayList<Scalar>();
    for (int i = 0; i < left.fields().size(); i++) {
      Typed one = scalars.of(left.fields().get(i));
      Typed other = scalars.of(right.fields().get(i));
      Optional<Selection.Chosen> chosen = chosen(operator, List.of(one, other));
      lefts.add(operand(chosen, 0, one));
      rights.add(operand(chosen, 1, other));
    }
    return Typed.of(
        new Node.Binary(operator, new Node.Row(lefts), new Node.Row(rights)), Typed.BOOLEAN);
  }

  Typed distinct(Node.Distinct distinct) {
    Typed left = scalars.of(distinct.left());
    Typed right = scalars.of(distinct.right());
    Optional<Selection.Chosen> chosen = chosen(EQUALS, List.of(left, right));
    return Typed.of(
        new Node.Distinct(operand(chosen, 0, left), operand(chosen, 1, right), distinct.negated()),
        Typed.BOOLEAN);
  }

  /** {@return {@code right} as it is compared with {@code left}, the argument of a CASE} */
  Scalar compared(Typed left, Typed right) {
    return operand(chosen(EQUALS, List.of(left, right)), 1, right);
  }

  /** {@return two operands of {@code =}, as NULLIF compares them, and the left one's type} */
  Optional<Selection.Chosen> equality(Typed left, Typed right) {
    return chosen(EQUALS, List.of(left, right));
  }

  Typed quantified(Node.Quantified quantified) {
    if (quantified.left() instanceof Node.Row(List<Scalar> fields)
        && quantified.right() instanceof Node.Subquery subquery) {
      return rows(quantified, fields, scalars.query(subquery));
    }
    Typed left = scalars.of(quantified.left());
    if (quantified.right() instanceof Node.Subquery) {
      return query(quantified, left);
    }
    Typed right =
        quantified.right() instanceof Node.Items(List<Scalar> elements)
            ? list(left, elements)
            : scalars.of(quantified.right());
    Optional<TypeName> array = right.type().map(types::base);
    Optional<Typed> element =
        right.isUnknown()
            ? Optional.of(right)
            : array.filter(TypeName::array).map(type -> Typed.of(right.node(), type.element()));
    Optional<Selection.Chosen> chosen =
        element.flatMap(one -> chosen(quantified.operator(), List.of(left, one)));
    Scalar items =
        chosen
            .map(found -> coercion.to(found.args().get(1).toArray(), right))
            .orElseGet(right::loose);
    return Typed.of(
        new Node.Quantified(
            operand(chosen, 0, left), quantified.operator(), quantified.all(), items),
        Typed.BOOLEAN);
  }

  /** The items of a list come to one type with what they are compared with, if they can. */
  private Typed list(Typed left, List<Scalar> elements) {
    var all = new ArrayList<Typed>();
    all.add(left);
    elements.forEach(element -> all.add(scalars.of(element)));
    ScalarTyping.Common common = scalars.common(all);
    boolean together =
        common.type().filter(types::isKnown).isPresent()
            && common.nodes().stream().noneMatch(Node.Loose.class::isInstance);
    if (!together) {
      common = scalars.common(all.subList(1, all.size()));
      return new Typed(
          new Node.ArrayOf(common.nodes()),
          common.type().map(type -> TypeSystem.plain(type).toArray()));
    }
    return new Typed(
        new Node.ArrayOf(common.nodes().subList(1, common.nodes().size())),
        common.type().map(type -> TypeSystem.plain(type).toArray()));
  }

  /** A row's fields are compared with the columns of a query one by one. */
  private Typed rows(Node.Quantified quantified, List<Scalar> fields, QueryTyping.Result query) {
    var lefts = new ArrayList<Scalar>();
    for (int i = 0; i < fields.size(); i++) {
      Typed field = scalars.of(fields.get(i));
      Optional<TypeName> column =
          i < query.columns().size() ? query.columns().get(i).type() : Optional.empty();
      Optional<Selection.Chosen> chosen =
          chosen(quantified.operator(), List.of(field, new Typed(Typed.PLACEHOLDER, column)));
      lefts.add(operand(chosen, 0, field));
    }
    return Typed.of(
        new Node.Quantified(
            new Node.Row(lefts),
            quantified.operator(),
            quantified.all(),
            new Node.Subquery(query.query())),
        Typed.BOOLEAN);
  }

  private Typed query(Node.Quantified quantified, Typed left) {
    Typed right = scalars.of(quantified.right());
    Optional<Selection.Chosen> chosen = chosen(quantified.operator(), List.of(left, right));
    return Typed.of(
        new Node.Quantified(
            operand(chosen, 0, left), quantified.operator(), quantified.all(), right.node()),
        Typed.BOOLEAN);
  }
}
