package dev.drift.engine.canon.match;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Compares canonical expressions: {@code a} as migrations say it, {@code b} as a server prints it.
 */
final class Matching {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");

  private final boolean typed;
  private final Casts casts = new Casts();
  private final QueryMatching queries = new QueryMatching(this);

  private Matching(boolean typed) {
    this.typed = typed;
  }

  /** {@return a comparison of typed trees: every cast counts, but around what is loose} */
  static Matching typed() {
    return new Matching(true);
  }

  /** {@return a comparison of trees in which casts that PostgreSQL may have added are missing} */
  static Matching untyped() {
    return new Matching(false);
  }

  QueryMatching queries() {
    return queries;
  }

  Match scalars(Scalar a, Scalar b) {
    return scalars(a, b, false);
  }

  /** As items to compare with, whole numbers of different types mean the same. */
  private Match operands(Scalar a, Scalar b) {
    if (a instanceof Node.ArrayOf x && b instanceof Node.ArrayOf y) {
      return list(x.elements(), y.elements(), this::operands);
    }
    return scalars(a, b, true);
  }

  private Match scalars(Scalar a, Scalar b, boolean compared) {
    if (a.equals(b)) {
      return Match.EQUAL;
    }
    Casts.Chain left = Casts.peel(a);
    Casts.Chain right = Casts.peel(b);
    boolean exact = typed && !left.loose() && !right.loose();
    if (exact && compared && ConstantMatching.areWhole(left, right)) {
      return ConstantMatching.match(left.base(), right.base());
    }
    Match bases = bases(left.base(), right.base(), exact);
    if (bases == Match.DIFFERENT) {
      return bases;
    }
    return bases.and(exact ? Casts.exactly(left, right) : casts.match(left, right));
  }

  private Match bases(Scalar a, Scalar b, boolean exact) {
    if (ConstantMatching.isConstant(a) || ConstantMatching.isConstant(b)) {
      return constants(a, b, exact);
    }
    if (a.getClass() != b.getClass()) {
      return Match.DIFFERENT;
    }
    return switch (a) {
      case Node.Literal x -> is(x.equals(b));
      case Node.Constant x -> is(x.equals(b));
      case Node.Parameter x -> is(x.equals(b));
      case Node.Column x -> is(x.equals(b));
      case Node.Bound x -> is(x.equals(b));
      case Node.Star x -> is(x.equals(b));
      case Node.ValueFunction x -> is(x.equals(b));
      case Node.Field x -> same(x.name(), ((Node.Field) b).name(), x.of(), ((Node.Field) b).of());
      case Node.FieldStar x -> scalars(x.of(), ((Node.FieldStar) b).of());
      case Node.Subscript x -> subscripts(x, (Node.Subscript) b);
      case Node.Cast x -> scalars(x.arg(), ((Node.Cast) b).arg());
      case Node.Loose x -> scalars(x.arg(), ((Node.Loose) b).arg());
      case Node.Collate x ->
          is(x.collation().fits(((Node.Collate) b).collation()))
              .and(scalars(x.arg(), ((Node.Collate) b).arg()));
      case Node.Unary x ->
          is(x.operator().fits(((Node.Unary) b).operator()))
              .and(scalars(x.arg(), ((Node.Unary) b).arg()));
      case Node.Binary x -> binaries(x, (Node.Binary) b);
      case Node.And x -> all(x.args(), ((Node.And) b).args());
      case Node.Or x -> all(x.args(), ((Node.Or) b).args());
      case Node.Not x -> scalars(x.arg(), ((Node.Not) b).arg());
      case Node.Test x -> same(x.test(), ((Node.Test) b).test(), x.arg(), ((Node.Test) b).arg());
      case Node.Distinct x ->
          is(x.negated() == ((Node.Distinct) b).negated())
              .and(scalars(x.left(), ((Node.Distinct) b).left()))
              .and(scalars(x.right(), ((Node.Distinct) b).right()));
      case Node.Quantified x -> quantified(x, (Node.Quantified) b);
      case Node.Case x -> cases(x, (Node.Case) b);
      case Node.Items x -> all(x.elements(), ((Node.Items) b).elements());
      case Node.ArrayOf x -> all(x.elements(), ((Node.ArrayOf) b).elements());
      case Node.Row x -> all(x.fields(), ((Node.Row) b).fields());
      case Node.Subquery x -> queries.match(x.query(), ((Node.Subquery) b).query());
      case Node.Exists x -> queries.match(x.query(), ((Node.Exists) b).query());
      case Node.ArrayQuery x -> queries.match(x.query(), ((Node.ArrayQuery) b).query());
      case Node.Call x -> calls(x, (Node.Call) b);
      case Node.Between x -> is(x.equals(b));
      case Node.In x -> is(x.equals(b));
      case Node.InQuery x -> is(x.equals(b));
      case Node.Like x -> is(x.equals(b));
      case Node.AtTimeZone x -> is(x.equals(b));
      case Node.Special x -> is(x.equals(b));
    };
  }

  private Match constants(Scalar a, Scalar b, boolean exact) {
    if (ConstantMatching.isConstant(a) && ConstantMatching.isConstant(b)) {
      return exact ? ConstantMatching.exactly(a, b) : ConstantMatching.match(a, b);
    }
    Optional<Scalar> left = ConstantMatching.asArray(a);
    Optional<Scalar> right = ConstantMatching.asArray(b);
    if (left.isPresent() && b instanceof Node.ArrayOf) {
      return scalars(left.get(), b);
    }
    return right.isPresent() && a instanceof Node.ArrayOf
        ? scalars(a, right.get())
        : Match.DIFFERENT;
  }

  private Match same(String a, String b, Scalar left, Scalar right) {
    return is(a.equals(b)).and(scalars(left, right));
  }

  private Match subscripts(Node.Subscript a, Node.Subscript b) {
    return is(a.slice() == b.slice())
        .and(scalars(a.of(), b.of()))
        .and(optional(a.from(), b.from()))
        .and(optional(a.to(), b.to()));
  }

  private Match binaries(Node.Binary a, Node.Binary b) {
    if (!a.operator().fits(b.operator())) {
      return Match.DIFFERENT;
    }
    boolean compared = COMPARISONS.contains(a.operator().name());
    Match operands =
        scalars(a.left(), b.left(), compared).and(scalars(a.right(), b.right(), compared));
    return typed ? operands : operands.and(casts.operands(a, b));
  }

  private Match quantified(Node.Quantified a, Node.Quantified b) {
    return is(a.all() == b.all() && a.operator().fits(b.operator()))
        .and(operands(a.left(), b.left()))
        .and(operands(a.right(), b.right()));
  }

  private Match cases(Node.Case a, Node.Case b) {
    return optional(a.arg(), b.arg())
        .and(
            list(
                a.whens(),
                b.whens(),
                (x, y) ->
                    scalars(x.condition(), y.condition()).and(scalars(x.result(), y.result()))))
        .and(optional(a.otherwise(), b.otherwise()));
  }

  private Match calls(Node.Call a, Node.Call b) {
    Node.Modifiers x = a.modifiers();
    Node.Modifiers y = b.modifiers();
    return is(a.function().fits(b.function())
            && x.distinct() == y.distinct()
            && x.withinGroup() == y.withinGroup())
        .and(
            list(
                a.args(),
                b.args(),
                (p, q) ->
                    is(p.name().equals(q.name()) && p.variadic() == q.variadic())
                        .and(scalars(p.value(), q.value()))))
        .and(list(x.order(), y.order(), this::sorts))
        .and(optional(x.filter(), y.filter()))
        .and(present(x.over(), y.over(), this::windows));
  }

  Match sorts(Clause.Sort a, Clause.Sort b) {
    return is(a.descending() == b.descending()
            && a.nullsFirst() == b.nullsFirst()
            && a.using().equals(b.using()))
        .and(scalars(a.key(), b.key()));
  }

  Match windows(Clause.Window a, Clause.Window b) {
    return is(a.name().equals(b.name()) && a.bare() == b.bare())
        .and(all(a.partition(), b.partition()))
        .and(list(a.order(), b.order(), this::sorts))
        .and(present(a.frame(), b.frame(), this::frames));
  }

  private Match frames(Clause.Frame a, Clause.Frame b) {
    return is(a.unit().equals(b.unit()) && a.exclusion().equals(b.exclusion()))
        .and(bounds(a.from(), b.from()))
        .and(bounds(a.to(), b.to()));
  }

  private Match bounds(Clause.Bound a, Clause.Bound b) {
    return is(a.words().equals(b.words())).and(optional(a.offset(), b.offset()));
  }

  Match definitions(Clause.ColumnDefinition a, Clause.ColumnDefinition b) {
    return is(a.name().equals(b.name()))
        .and(Types.compare(a.type(), b.type()))
        .and(present(a.collation(), b.collation(), (x, y) -> is(x.fits(y))));
  }

  Match all(List<Scalar> a, List<Scalar> b) {
    return list(a, b, this::scalars);
  }

  Match optional(Optional<Scalar> a, Optional<Scalar> b) {
    return present(a, b, this::scalars);
  }

  static <T> Match present(Optional<T> a, Optional<T> b, BiFunction<T, T, Match> match) {
    return a.isPresent() && b.isPresent()
        ? match.apply(a.get(), b.get())
        : is(a.isPresent() == b.isPresent());
  }

  static <T> Match list(List<T> a, List<T> b, BiFunction<T, T, Match> match) {
    if (a.size() != b.size()) {
      return Match.DIFFERENT;
    }
    Match result = Match.EQUAL;
    for (int i = 0; i < a.size() && result != Match.DIFFERENT; i++) {
      result = result.and(match.apply(a.get(i), b.get(i)));
    }
    return result;
  }

  static Match is(boolean equal) {
    return equal ? Match.EQUAL : Match.DIFFERENT;
  }

  static Match names(Name a, Name b) {
    return is(Objects.equals(a, b) || a.fits(b));
  }
}
