package dev.drift.engine.catalog;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The keys of one index, from the parallel vectors of its {@code pg_index} row. */
final class IndexKeys {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /** What a key indexes; {@code type} is empty where it does not matter. */
  private record Source(Expression expression, boolean column, String type) {}

  private final CatalogRow row;
  private final Relation relation;
  private final Reading reading;
  private final List<String> operatorClasses;
  private final List<String> collations;
  private final List<Integer> orders;
  private final List<String> options;
  private final List<String> types;

  IndexKeys(CatalogRow row, Relation relation, Reading reading) {
    this.row = row;
    this.relation = relation;
    this.reading = reading;
    this.operatorClasses = row.words("operator_classes");
    this.collations = row.words("collations");
    this.orders = row.numbers("orders");
    this.options = row.texts("key_options");
    this.types = row.texts("types");
  }

  /** {@return the keys; column number 0 stands for the next expression} */
  List<IndexKey> read(List<Integer> columns) {
    Iterator<String> expressions =
        row.optional("expressions").map(Deparsed::list).orElse(List.of()).iterator();
    var keys = new ArrayList<IndexKey>();
    for (int place = 0; place < columns.size(); place++) {
      int number = columns.get(place);
      if (number == 0 && !expressions.hasNext()) {
        throw new ConcurrentChange("expressions");
      }
      keys.add(number == 0 ? expression(place, expressions.next()) : column(place, number));
    }
    return keys;
  }

  private IndexKey column(int place, int number) {
    Relation.Attribute attribute =
        relation.attribute(number).orElse(new Relation.Attribute("", "", ""));
    String collation = collations.get(place);
    return key(
        place,
        new Source(new Expression(Identifiers.quote(attribute.name())), true, attribute.type()),
        collation.equals(attribute.collation()) ? Optional.empty() : reading.collation(collation));
  }

  private IndexKey expression(int place, String sql) {
    String type = types.isEmpty() ? "" : types.get(place);
    return key(
        place,
        new Source(Deparsed.expression(sql), false, type),
        row.optional("definition").flatMap(definition -> collation(definition, place)));
  }

  private IndexKey key(int place, Source source, Optional<QualifiedName> collation) {
    int order = orders.get(place);
    SortedMap<String, String> parameters = operatorClassOptions(place);
    return new IndexKey(
        source.expression(),
        source.column(),
        collation,
        parameters.isEmpty()
            ? reading.operatorClasses().unlessDefault(operatorClasses.get(place), source.type())
            : reading.operatorClasses().name(operatorClasses.get(place)),
        parameters,
        (order & DESCENDING) != 0,
        (order & NULLS_FIRST) != 0);
  }

  private SortedMap<String, String> operatorClassOptions(int place) {
    return options.isEmpty() || options.get(place).isEmpty()
        ? Collections.emptySortedMap()
        : CatalogRow.entries(options.get(place).lines().toList());
  }

  /** The server writes an expression's collation only where it is not the expression's own. */
  private static Optional<QualifiedName> collation(String definition, int place) {
    var reader = new TokenReader(Tokenizer.tokenize(definition));
    while (!reader.accept("using")) {
      reader.next();
    }
    reader.next();
    int depth = 0;
    int at = 0;
    List<Token> keys = reader.group();
    for (int i = 0; i < keys.size(); i++) {
      depth += Deparsed.nesting(keys.get(i));
      if (depth == 0 && keys.get(i).isSymbol(",")) {
        at++;
      } else if (depth == 0 && at == place && keys.get(i).is("collate")) {
        return Optional.of(name(new TokenReader(keys.subList(i + 1, keys.size()))));
      }
    }
    return Optional.empty();
  }

  private static QualifiedName name(TokenReader reader) {
    String first = reader.name();
    return reader.acceptSymbol(".")
        ? new QualifiedName(first, reader.name())
        : new QualifiedName("pg_catalog", first);
  }
}
