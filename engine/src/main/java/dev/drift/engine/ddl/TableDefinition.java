package dev.drift.engine.ddl;

import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands between the parentheses of CREATE TABLE.
 *
 * @param elements columns, LIKE clauses and table constraints in their order
 */
record TableDefinition(List<Element> elements) {
  TableDefinition {
    elements = List.copyOf(elements);
  }

  /** A column, a LIKE clause or a table constraint. */
  sealed interface Element {}

  record OfColumn(ColumnDefinition column) implements Element {}

  record OfLike(LikeClause like) implements Element {}

  record OfConstraint(ConstraintClause constraint) implements Element {}

  /** Reads {@code ( element, … )}; {@code typed} where the columns have their types already. */
  static TableDefinition read(TokenReader tokens, boolean typed, Context context) {
    var elements = new ArrayList<Element>();
    var constraints = new ConstraintReader(tokens);
    tokens.expectSymbol("(");
    if (tokens.acceptSymbol(")")) {
      return new TableDefinition(elements);
    }
    Set<String> names = new HashSet<>();
    do {
      if (tokens.at("like")) {
        elements.add(new OfLike(LikeClause.read(tokens)));
      } else if (constraints.atTableConstraint()) {
        elements.add(new OfConstraint(constraints.table()));
      } else {
        ColumnDefinition column =
            typed
                ? ColumnDefinition.readUntyped(tokens, context)
                : ColumnDefinition.read(tokens, context);
        if (!names.add(column.name())) {
          throw new RejectedException(
              "column \"" + column.name() + "\" specified more than once", column.at());
        }
        elements.add(new OfColumn(column));
      }
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return new TableDefinition(elements);
  }

  List<ColumnDefinition> columns() {
    return elements.stream()
        .filter(OfColumn.class::isInstance)
        .map(element -> ((OfColumn) element).column())
        .toList();
  }

  List<LikeClause> likes() {
    return elements.stream()
        .filter(OfLike.class::isInstance)
        .map(element -> ((OfLike) element).like())
        .toList();
  }

  /** {@return the constraints of columns and of the table, in their order} */
  List<ConstraintClause> constraints() {
    var constraints = new ArrayList<ConstraintClause>();
    for (Element element : elements) {
      switch (element) {
        case OfColumn column -> constraints.addAll(column.column().constraints());
        case OfConstraint constraint -> constraints.add(constraint.constraint());
        case OfLike like -> {}
      }
    }
    return constraints;
  }
}
