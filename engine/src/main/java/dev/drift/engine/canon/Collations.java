package dev.drift.engine.canon;

import dev.drift.engine.canon.rewrite.Rewrites;
import dev.drift.engine.canon.tree.Binding;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.typing.ColumnTypes;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Tokenizer;
import java.util.Optional;

/** By which collation an expression over the columns of a table sorts. */
public final class Collations {
  /** The database's own collation. */
  public static final QualifiedName DEFAULT = new QualifiedName("pg_catalog", "default");

  private Collations() {}

  /** {@return the collation of {@code expression}; empty if it has none or it cannot be told} */
  public static Optional<QualifiedName> of(Expression expression, ObjectId table, Objects objects) {
    ColumnTypes types = Surroundings.columns(Optional.of(table), objects);
    ColumnTypes columns =
        new ColumnTypes() {
          @Override
          public Optional<TypeName> of(Node.Column column) {
            return types.of(column);
          }

          @Override
          public Optional<QualifiedName> collation(Node.Column column) {
            return objects
                .find(ObjectId.column(table, column.name()), Column.class)
                .flatMap(Column::collation);
          }
        };
    return ExpressionComparison.tree(Tokenizer.tokenize(expression.sql()))
        .map(Binding::bind)
        .map(Rewrites::canonical)
        .flatMap(tree -> Typing.of(objects).collation(tree, columns));
  }
}
