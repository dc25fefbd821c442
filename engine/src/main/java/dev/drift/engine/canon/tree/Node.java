package dev.drift.engine.canon.tree;

import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** A part of an expression or of a query. */
public sealed interface Node permits Node.Scalar, QueryNode, Body, FromItem, Clause {

  /** An expression. */
  sealed interface Scalar extends Node {}

  /** The kinds of literals. */
  enum LiteralKind {
    STRING,
    NUMBER,
    BITS,
    TRUE,
    FALSE,
    NULL
  }

  /** A literal; {@code text} is a string's value or a number's spelling. */
  record Literal(LiteralKind kind, String text) implements Scalar {}

  /** A constant of known type in its type's canonical text; made by rewriting only. */
  record Constant(TypeName type, String text) implements Scalar {}

  /** A parameter {@code $1}. */
  record Parameter(String text) implements Scalar {}

  /** A column: {@code c}, {@code t.c} or {@code s.t.c}. */
  record Column(List<String> path, Place place) implements Scalar {
    /** {@return the column's own name} */
    public String name() {
      return path.get(path.size() - 1);
    }
  }

  /**
   * A column bound to its FROM item; made by binding only.
   *
   * @param level how many queries further out its FROM item stands
   * @param item the place of the FROM item in that query; -1 where it is a merged column
   */
  record Bound(int level, int item, String name) implements Scalar {}

  /** {@code *} or {@code t.*}. */
  record Star(List<String> qualifier) implements Scalar {}

  /** {@code (of).name}. */
  record Field(Scalar of, String name) implements Scalar {}

  /** {@code (of).*}. */
  record FieldStar(Scalar of) implements Scalar {}

  /** {@code of[index]} or {@code of[from:to]}. */
  record Subscript(Scalar of, Optional<Scalar> from, Optional<Scalar> to, boolean slice)
      implements Scalar {}

  /** {@code arg::type}, in any spelling. */
  record Cast(Scalar arg, TypeName type) implements Scalar {}

  /** An operand whose coercion cannot be told, any cast around it included; made by typing only. */
  record Loose(Scalar arg) implements Scalar {}

  /** {@code arg COLLATE name}. */
  record Collate(Scalar arg, Name collation) implements Scalar {}

  /** A prefix operator. */
  record Unary(Name operator, Scalar arg) implements Scalar {}

  /** An infix operator. */
  record Binary(Name operator, Scalar left, Scalar right) implements Scalar {}

  /** {@code a AND b AND …}. */
  record And(List<Scalar> args) implements Scalar {}

  /** {@code a OR b OR …}. */
  record Or(List<Scalar> args) implements Scalar {}

  /** {@code NOT arg}. */
  record Not(Scalar arg) implements Scalar {}

  /** {@code arg IS test}, the test in upper case: {@code NULL}, {@code NOT TRUE}, … */
  record Test(Scalar arg, String test) implements Scalar {}

  /** {@code left IS [NOT] DISTINCT FROM right}. */
  record Distinct(Scalar left, Scalar right, boolean negated) implements Scalar {}

  /** {@code arg [NOT] BETWEEN [SYMMETRIC] low AND high}. */
  record Between(Scalar arg, Scalar low, Scalar high, boolean symmetric, boolean negated)
      implements Scalar {}

  /** {@code arg [NOT] IN (list)}. */
  record In(Scalar arg, List<Scalar> list, boolean negated) implements Scalar {}

  /** {@code arg [NOT] IN (query)}. */
  record InQuery(Scalar arg, QueryNode query, boolean negated) implements Scalar {}

  /** {@code arg [NOT] LIKE pattern [ESCAPE escape]}; word is LIKE, ILIKE or SIMILAR TO. */
  record Like(String word, Scalar arg, Scalar pattern, Optional<Scalar> escape, boolean negated)
      implements Scalar {}

  /** {@code left operator ANY|ALL (right)}, right an array or a {@link Subquery}. */
  record Quantified(Scalar left, Name operator, boolean all, Scalar right) implements Scalar {}

  /** {@code CASE arg WHEN … THEN … ELSE … END}. */
  record Case(Optional<Scalar> arg, List<When> whens, Optional<Scalar> otherwise)
      implements Scalar {}

  /** One branch of a {@link Case}. */
  record When(Scalar condition, Scalar result) {}

  /** {@code ARRAY[…]}; inner arrays may stand without the word. */
  record ArrayOf(List<Scalar> elements) implements Scalar {}

  /** What IN compares with, which comes to one type with it; made by rewriting only. */
  record Items(List<Scalar> elements) implements Scalar {}

  /** {@code ROW(…)} or {@code (a, b)}. */
  record Row(List<Scalar> fields) implements Scalar {}

  /** A query as a value, {@code (SELECT …)}. */
  record Subquery(QueryNode query) implements Scalar {}

  /** {@code EXISTS (SELECT …)}. */
  record Exists(QueryNode query) implements Scalar {}

  /** {@code ARRAY(SELECT …)}. */
  record ArrayQuery(QueryNode query) implements Scalar {}

  /** {@code arg AT TIME ZONE zone}; without a zone AT LOCAL. */
  record AtTimeZone(Scalar arg, Optional<Scalar> zone) implements Scalar {}

  /** {@code CURRENT_TIMESTAMP(3)} and its like, in lower case, with the precision or empty. */
  record ValueFunction(String word, String precision) implements Scalar {}

  /** {@code EXTRACT(year FROM x)} and its like: key words and arguments between parentheses. */
  record Special(String word, List<Part> parts) implements Scalar {}

  /** A key word (upper case) or an argument of a {@link Special}. */
  record Part(String word, Optional<Scalar> arg) {}

  /** A function call. */
  record Call(Name function, List<Argument> args, Modifiers modifiers) implements Scalar {
    /** {@return a plain call} */
    public static Call of(String function, List<Scalar> args) {
      return new Call(Name.of(function), args.stream().map(Argument::of).toList(), Modifiers.NONE);
    }

    /** {@return whether it has nothing but positional arguments} */
    public boolean isPlain() {
      return modifiers.equals(Modifiers.NONE)
          && args.stream().allMatch(arg -> arg.name().isEmpty() && !arg.variadic());
    }
  }

  /** An argument; {@code name} is empty unless it is {@code name => value}. */
  record Argument(String name, boolean variadic, Scalar value) {
    /** {@return a positional argument} */
    public static Argument of(Scalar value) {
      return new Argument("", false, value);
    }
  }

  /** What an aggregate or window call has besides its arguments. */
  record Modifiers(
      boolean distinct,
      List<Clause.Sort> order,
      boolean withinGroup,
      Optional<Scalar> filter,
      Optional<Clause.Window> over) {
    /** Nothing. */
    public static final Modifiers NONE =
        new Modifiers(false, List.of(), false, Optional.empty(), Optional.empty());
  }
}
