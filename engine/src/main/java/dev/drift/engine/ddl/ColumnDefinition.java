package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Sorted;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column as written in CREATE TABLE or ADD COLUMN.
 *
 * @param type empty where the table's type or partitioned table gives it
 */
record ColumnDefinition(
    String name,
    Token at,
    Optional<TypeName> type,
    Optional<String> storage,
    Optional<String> compression,
    Optional<QualifiedName> collation,
    SortedMap<String, String> options,
    List<ConstraintClause> constraints) {
  ColumnDefinition {
    options = Sorted.copyOf(options);
    constraints = List.copyOf(constraints);
  }

  /** Reads {@code name type [STORAGE …] [COMPRESSION …] [COLLATE …] constraints}. */
  static ColumnDefinition read(TokenReader tokens, Context context) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a column"));
    String name = tokens.name();
    return rest(name, at, Optional.of(Types.read(tokens, context.scope())), tokens, context);
  }

  /** Reads {@code name [WITH OPTIONS] constraints}. */
  static ColumnDefinition readUntyped(TokenReader tokens, Context context) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a column"));
    String name = tokens.name();
    tokens.accept("with", "options");
    return rest(name, at, Optional.empty(), tokens, context);
  }

  private static ColumnDefinition rest(
      String name, Token at, Optional<TypeName> type, TokenReader tokens, Context context) {
    Optional<String> storage = Optional.empty();
    Optional<String> compression = Optional.empty();
    Optional<QualifiedName> collation = Optional.empty();
    SortedMap<String, String> options = new TreeMap<>();
    var constraints = new ArrayList<ConstraintClause>();
    var reader = new ConstraintReader(tokens);
    while (true) {
      if (tokens.accept("storage")) {
        storage = Optional.of(tokens.next().value().toLowerCase(Locale.ROOT));
      } else if (tokens.accept("compression")) {
        compression = Optional.of(tokens.next().value()).filter(c -> !c.equals("default"));
      } else if (tokens.at("collate")) {
        collation = ColumnCollations.read(tokens, context);
      } else if (tokens.at("options")) {
        options = ForeignOptions.ofColumn(tokens, options);
      } else {
        Optional<ConstraintClause> constraint = reader.column(name);
        if (constraint.isEmpty()) {
          break;
        }
        constraints.add(constraint.get());
      }
    }
    return new ColumnDefinition(
        name, at, type, storage, compression, collation, options, constraints);
  }

  /** {@return the first clause of this form, if it has one} */
  <B extends ConstraintClause.Body> Optional<B> clause(Class<B> form) {
    return constraints.stream()
        .map(ConstraintClause::body)
        .filter(form::isInstance)
        .map(form::cast)
        .findFirst();
  }
}
