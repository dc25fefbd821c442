package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns in expressions, also those of other relations where queries stand in them. */
public final class ExpressionColumns {
  private ExpressionColumns() {}

  /** {@return the columns of {@code objects} that {@code owner}'s {@code expression} uses} */
  public static Set<ObjectId> used(Expression expression, ObjectId owner, Objects objects) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    Optional<QueryNode> query = ConditionQuery.of(tokens, owner);
    if (query.isPresent()) {
      var use = new ColumnUse(objects);
      use.read(query.get());
      return use.found();
    }
    var found = new TreeSet<ObjectId>();
    Names.relation(List.of(owner.schema(), owner.name()), new Scope(objects, List.of()))
        .map(objects::columnNames)
        .ifPresent(
            names ->
                Expressions.columns(expression, names)
                    .forEach(name -> found.add(ObjectId.column(owner, name))));
    return found;
  }

  /**
   * {@return {@code expression} after a column was renamed}
   *
   * @param owner the relation that the expression belongs to
   */
  public static Expression renamed(Expression expression, ObjectId owner, RenamedColumn column) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    Optional<QueryNode> query = ConditionQuery.of(tokens, owner);
    if (query.isPresent()) {
      var rename = new ColumnRename(column);
      QueryNode renamed = rename.apply(query.get());
      return rename.isUsed() ? ConditionQuery.condition(renamed) : expression;
    }
    return isSame(owner, column.relation())
        ? renameOwnColumn(tokens, column.from(), column.to())
        : expression;
  }

  /**
   * {@return {@code expression} of {@code owner} after a column that it does not use was dropped}
   *
   * @param columns the names of the relation's columns in order, as they were before
   */
  public static Expression dropped(
      Expression expression,
      ObjectId owner,
      ObjectId relation,
      List<String> columns,
      String dropped) {
    return ConditionQuery.of(Tokenizer.tokenize(expression.sql()), owner)
        .flatMap(
            query -> {
              QueryNode left = DroppedAlias.apply(query, relation, columns.indexOf(dropped));
              return left.equals(query)
                  ? Optional.empty()
                  : Optional.of(ConditionQuery.condition(left));
            })
        .orElse(expression);
  }

  static boolean isSame(ObjectId owner, ObjectId relation) {
    return owner.schema().equals(relation.schema()) && owner.name().equals(relation.name());
  }

  private static Expression renameOwnColumn(List<Token> tokens, String from, String to) {
    var replacements = new HashMap<Integer, String>();
    List<Node.Column> columns =
        ExpressionComparison.tree(tokens).map(OwnedColumns::in).orElse(List.of());
    for (Node.Column column : columns) {
      if (column.name().equals(from)) {
        int last = column.place().index() + 2 * (column.path().size() - 1);
        replacements.put(last, Identifiers.quote(to));
      }
    }
    return new Expression(SourceText.of(tokens, replacements));
  }
}
