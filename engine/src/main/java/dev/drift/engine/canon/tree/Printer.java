package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints expressions as SQL that reads back as the same tree; operators stand in parentheses. */
public final class Printer {
  private static final Set<String> NOT_CALLED_PLAIN = Set.of("substring", "overlay", "position");
  private static final Set<String> KEYWORD_CALLS =
      Set.of("coalesce", "greatest", "grouping", "least", "nullif");

  private Printer() {}

  /** {@return the SQL of {@code query}} */
  public static String sql(QueryNode query) {
    return QueryPrinter.sql(query);
  }

  /** {@return the WITH clause of {@code query} and a blank; empty if it has none} */
  public static String with(QueryNode query) {
    return QueryPrinter.with(query);
  }

  /** {@return a list of FROM items} */
  public static String from(List<FromItem> items) {
    return items.stream().map(QueryPrinter::from).collect(Collectors.joining(", "));
  }

  /** {@return the SQL of {@code scalar}} */
  public static String sql(Scalar scalar) {
    return switch (scalar) {
      case Node.Literal literal -> literal(literal);
      case Node.Constant(var type, String text) ->
          Identifiers.literal(text) + "::" + Types.sql(type);
      case Node.Parameter(String text) -> text;
      case Node.Column(List<String> path, Place place) -> path(path);
      case Node.Bound bound -> "$" + bound.level() + '.' + bound.item() + '.' + bound.name();
      case Node.Star(List<String> qualifier) -> qualifier.isEmpty() ? "*" : path(qualifier) + ".*";
      case Node.Field(Scalar of, String name) -> '(' + sql(of) + ")." + Identifiers.quote(name);
      case Node.FieldStar(Scalar of) -> '(' + sql(of) + ").*";
      case Node.Subscript subscript -> subscript(subscript);
      case Node.Cast(Scalar arg, var type) -> operand(arg) + "::" + Types.sql(type);
      case Node.Loose(Scalar arg) -> sql(arg);
      case Node.Collate(Scalar arg, Name collation) ->
          '(' + operand(arg) + " COLLATE " + name(collation) + ')';
      case Node.Unary(Name operator, Scalar arg) ->
          '(' + operator(operator) + ' ' + operand(arg) + ')';
      case Node.Binary(Name operator, Scalar left, Scalar right) ->
          operator.name().equals("overlaps")
              ? '(' + sql(left) + " OVERLAPS " + sql(right) + ')'
              : '(' + operand(left) + ' ' + operator(operator) + ' ' + operand(right) + ')';
      case Node.And(List<Scalar> args) -> joined(args, " AND ");
      case Node.Or(List<Scalar> args) -> joined(args, " OR ");
      case Node.Not(Scalar arg) -> "(NOT " + operand(arg) + ')';
      case Node.Test(Scalar arg, String test) -> '(' + operand(arg) + " IS " + test + ')';
      case Node.Distinct(Scalar left, Scalar right, boolean negated) ->
          '(' + operand(left) + " IS " + not(negated) + "DISTINCT FROM " + operand(right) + ')';
      case Node.Between between -> between(between);
      case Node.In(Scalar arg, List<Scalar> list, boolean negated) ->
          '(' + operand(arg) + ' ' + not(negated) + "IN (" + list(list) + "))";
      case Node.InQuery(Scalar arg, QueryNode query, boolean negated) ->
          '(' + operand(arg) + ' ' + not(negated) + "IN (" + sql(query) + "))";
      case Node.Like like -> like(like);
      case Node.Quantified(Scalar left, Name operator, boolean all, Scalar right) ->
          '('
              + operand(left)
              + ' '
              + operator(operator)
              + (all ? " ALL " : " ANY ")
              + (right instanceof Node.Subquery ? sql(right) : '(' + sql(right) + ')')
              + ')';
      case Node.Case node -> caseWhen(node);
      case Node.ArrayOf(List<Scalar> elements) -> "ARRAY[" + list(elements) + ']';
      case Node.Items(List<Scalar> elements) -> "ARRAY[" + list(elements) + ']';
      case Node.Row(List<Scalar> fields) -> "ROW(" + list(fields) + ')';
      case Node.Subquery(QueryNode query) -> '(' + sql(query) + ')';
      case Node.Exists(QueryNode query) -> "(EXISTS (" + sql(query) + "))";
      case Node.ArrayQuery(QueryNode query) -> "ARRAY(" + sql(query) + ')';
      case Node.AtTimeZone(Scalar arg, var zone) ->
          '('
              + operand(arg)
              + zone.map(text -> " AT TIME ZONE " + operand(text)).orElse(" AT LOCAL")
              + ')';
      case Node.ValueFunction(String word, String precision) ->
          word.toUpperCase(Locale.ROOT) + (precision.isEmpty() ? "" : '(' + precision + ')');
      case Node.Special special -> special(special);
      case Node.Call call -> call(call);
    };
  }

  static String list(List<Scalar> scalars) {
    return scalars.stream().map(Printer::sql).collect(Collectors.joining(", "));
  }

  static String name(Name name) {
    return Identifiers.quote(name.schema(), name.name());
  }

  private static String path(List<String> path) {
    return path.stream().map(Identifiers::quote).collect(Collectors.joining("."));
  }

  private static String not(boolean negated) {
    return negated ? "NOT " : "";
  }

  private static String literal(Node.Literal literal) {
    return switch (literal.kind()) {
      case STRING -> Identifiers.literal(literal.text());
      case NUMBER -> literal.text().startsWith("-") ? '(' + literal.text() + ')' : literal.text();
      case BITS, TRUE, FALSE, NULL -> literal.text();
    };
  }

  /** An operand: in parentheses unless it is simple or brings its own. */
  private static String operand(Scalar arg) {
    return arg instanceof Node.Cast || arg instanceof Node.AtTimeZone || arg instanceof Node.Field
        ? '(' + sql(arg) + ')'
        : sql(arg);
  }

  private static String joined(List<Scalar> args, String word) {
    return args.stream().map(Printer::sql).collect(Collectors.joining(word, "(", ")"));
  }

  private static String operator(Name operator) {
    return operator.schema().isEmpty()
        ? operator.name()
        : "OPERATOR(" + Identifiers.quote(operator.schema()) + '.' + operator.name() + ')';
  }

  private static String subscript(Node.Subscript subscript) {
    String inside = subscript.from().map(Printer::sql).orElse("");
    if (subscript.slice()) {
      inside += ':' + subscript.to().map(Printer::sql).orElse("");
    }
    String of =
        subscript.of() instanceof Node.Column
                || subscript.of() instanceof Node.Subscript inner
                    && inner.slice() == subscript.slice()
            ? sql(subscript.of())
            : '(' + sql(subscript.of()) + ')';
    return of + '[' + inside + ']';
  }

  private static String between(Node.Between between) {
    return '('
        + operand(between.arg())
        + ' '
        + not(between.negated())
        + (between.symmetric() ? "BETWEEN SYMMETRIC " : "BETWEEN ")
        + operand(between.low())
        + " AND "
        + operand(between.high())
        + ')';
  }

  private static String like(Node.Like like) {
    return '('
        + operand(like.arg())
        + ' '
        + not(like.negated())
        + like.word()
        + ' '
        + operand(like.pattern())
        + like.escape().map(escape -> " ESCAPE " + operand(escape)).orElse("")
        + ')';
  }

  private static String caseWhen(Node.Case node) {
    var text = new StringBuilder("CASE");
    node.arg().ifPresent(arg -> text.append(' ').append(sql(arg)));
    for (Node.When when : node.whens()) {
      text.append(" WHEN ").append(sql(when.condition()));
      text.append(" THEN ").append(sql(when.result()));
    }
    node.otherwise().ifPresent(otherwise -> text.append(" ELSE ").append(sql(otherwise)));
    return text.append(" END").toString();
  }

  private static String special(Node.Special special) {
    String parts =
        special.parts().stream()
            .map(part -> (part.word() + part.arg().map(arg -> ' ' + sql(arg)).orElse("")).strip())
            .collect(Collectors.joining(" "));
    return special.word() + '(' + parts + ')';
  }

  private static String call(Node.Call call) {
    Node.Modifiers modifiers = call.modifiers();
    var text = new StringBuilder(function(call.function())).append('(');
    if (modifiers.distinct()) {
      text.append("DISTINCT ");
    }
    text.append(call.args().stream().map(Printer::argument).collect(Collectors.joining(", ")));
    if (!modifiers.order().isEmpty()) {
      text.append(modifiers.withinGroup() ? ") WITHIN GROUP (" : " ");
      text.append(QueryPrinter.order(modifiers.order()).strip());
    }
    text.append(')');
    modifiers.filter().ifPresent(where -> text.append(" FILTER (WHERE " + sql(where) + ')'));
    modifiers.over().ifPresent(over -> text.append(" OVER " + QueryPrinter.over(over)));
    return text.toString();
  }

  private static String function(Name function) {
    boolean keyword = function.schema().isEmpty() && KEYWORD_CALLS.contains(function.name());
    if (keyword) {
      return function.name().toUpperCase(Locale.ROOT);
    }
    return function.schema().isEmpty() && NOT_CALLED_PLAIN.contains(function.name())
        ? '"' + function.name() + '"'
        : name(function);
  }

  private static String argument(Node.Argument argument) {
    return (argument.variadic() ? "VARIADIC " : "")
        + (argument.name().isEmpty() ? "" : Identifiers.quote(argument.name()) + " => ")
        + sql(argument.value());
  }
}
