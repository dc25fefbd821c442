package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Scalar expressions inside objects: defaults, checks, index keys, conditions. */
public final class Expressions {
  private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval");

  private Expressions() {}

  /**
   * Reads an expression. Comments and redundant outer parentheses are dropped and names that can be
   * looked up are qualified; otherwise it keeps its words. Never fails.
   *
   * @param table the table whose columns it may use; these come out unqualified
   */
  public static Expression read(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    List<Token> inner = withoutParentheses(tokens);
    return ExpressionReading.of(inner, scope, table)
        .orElseGet(
            () -> new Expression(SourceText.of(inner, Qualification.of(inner, scope, table))));
  }

  /** {@return which of {@code candidates}, the owning table's columns, it uses} */
  public static SortedSet<String> columns(Expression expression, Collection<String> candidates) {
    var used = new TreeSet<String>();
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    Optional<Scalar> tree = ExpressionComparison.tree(tokens);
    if (tree.isPresent()) {
      OwnedColumns.in(tree.get()).forEach(column -> used.add(column.name()));
    } else {
      tokens.stream().filter(Token::isName).map(Token::value).forEach(used::add);
    }
    used.retainAll(Set.copyOf(candidates));
    return used;
  }

  /** {@return whether it uses a whole row of its table, {@code t.*}} */
  public static boolean hasRow(Expression expression, ObjectId table) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).isName()
          && tokens.get(i).value().equals(table.name())
          && isSymbol(tokens, i + 1, ".")
          && tokens.get(i + 2).text().equals("*")) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return {@code expression} as it stands once it was assigned to {@code type}: a bare string is
   * a constant of it then, whatever it is assigned to later}
   */
  public static Expression settled(Expression expression, TypeName type) {
    List<Token> tokens = withoutParentheses(Tokenizer.tokenize(expression.sql()));
    boolean bare =
        tokens.size() == 1
            && (tokens.get(0).type() == Token.Type.STRING || tokens.get(0).is("null"));
    return bare ? new Expression(expression.sql() + "::" + Types.sql(type.plain())) : expression;
  }

  /**
   * {@return {@code expression} with all casts that it has by the types {@code around} it, so that
   * it means the same when those are others; itself where that cannot be told}
   */
  public static Expression settled(Expression expression, Surroundings around) {
    return ExpressionComparison.tree(withoutParentheses(Tokenizer.tokenize(expression.sql())))
        .map(
            tree ->
                Meaning.typed(
                    tree, each -> around.typing().scalar(each, around.columns(), around.target())))
        .map(typed -> new Expression(Printer.sql(typed)))
        .filter(settled -> compare(expression, settled, around) == Match.EQUAL)
        .orElse(expression);
  }

  /** {@return the routines, sequences, types, collations … that it names, rather too many} */
  public static SortedSet<ObjectId> references(Expression expression, Objects objects) {
    return TextReferences.in(Tokenizer.tokenize(expression.sql()), objects, Choices::new);
  }

  /**
   * {@return the same; of several functions or operators of one name just those that are meant}
   *
   * @param owner the relation, domain or routine that the expression belongs to
   */
  public static SortedSet<ObjectId> references(
      Expression expression, ObjectId owner, Objects objects) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    return TextReferences.in(tokens, objects, () -> Meant.inExpression(tokens, owner, objects));
  }

  /**
   * {@return {@code expression} after something that it names, relation, routine, type, collation
   * or operator, was renamed or moved to another schema}
   *
   * @param owner the relation, domain or routine that the expression belongs to
   * @param objects where it tells which of several functions or operators of one name is meant
   */
  public static Expression renameObject(
      Expression expression, ObjectId owner, ObjectId from, ObjectId to, Objects objects) {
    Expression qualified =
        Names.READABLE.contains(from.kind())
            ? ConditionQuery.of(Tokenizer.tokenize(expression.sql()), owner)
                .map(query -> ConditionQuery.condition(RelationRename.apply(query, from, to)))
                .orElse(expression)
            : expression;
    if (Names.READABLE.contains(from.kind()) && ExpressionColumns.isSame(owner, from)) {
      return new Expression(TextRename.ofOwner(qualified.sql(), from, to));
    }
    Choices choices =
        Meant.isOverloaded(from, objects)
            ? Meant.inExpression(Tokenizer.tokenize(qualified.sql()), owner, objects)
            : new Choices();
    return new Expression(TextRename.apply(qualified.sql(), from, to, choices));
  }

  /** {@return whether the two mean the same, as far as that can be told without types} */
  public static Match compare(Expression a, Expression b) {
    return ExpressionComparison.compare(a, b, Optional.empty());
  }

  /** {@return whether the two mean the same where their columns have the types around them} */
  public static Match compare(Expression a, Expression b, Surroundings around) {
    return ExpressionComparison.compare(a, b, Optional.of(around));
  }

  /**
   * Whether a token is a string that names a relation: {@code nextval('s')}, {@code 's'::regclass}.
   */
  static boolean namesRelation(List<Token> tokens, int at) {
    if (tokens.get(at).type() != Token.Type.STRING) {
      return false;
    }
    boolean cast =
        isSymbol(tokens, at + 1, "::")
            && at + 2 < tokens.size()
            && tokens.get(at + 2).is("regclass");
    boolean argument =
        isSymbol(tokens, at - 1, "(")
            && at > 1
            && OF_SEQUENCES.contains(tokens.get(at - 2).value());
    return cast || argument;
  }

  static List<Token> withoutParentheses(List<Token> tokens) {
    List<Token> inner = tokens;
    while (!inner.isEmpty() && inner.get(0).isSymbol("(")) {
      try {
        var reader = new TokenReader(inner);
        List<Token> group = reader.group();
        if (!reader.atEnd() || group.isEmpty()) {
          return inner;
        }
        inner = group;
      } catch (TokenReader.Unexpected unbalanced) {
        return inner;
      }
    }
    return inner;
  }

  static boolean isSymbol(List<Token> tokens, int at, String symbol) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }
}
