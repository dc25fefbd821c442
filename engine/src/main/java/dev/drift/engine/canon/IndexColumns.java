package dev.drift.engine.canon;

import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of an index's own columns, on which implicit names depend (ChooseIndexColumnNames). */
public final class IndexColumns {
  private IndexColumns() {}

  /** {@return a name per column of an index or key of the model, as its columns in pg_attribute} */
  public static List<String> of(SchemaObject index, int serverMajor) {
    var names = new ArrayList<String>();
    switch (index) {
      case PrimaryKey key -> {
        names.addAll(key.columns());
        names.addAll(key.include());
      }
      case Unique unique -> {
        names.addAll(unique.columns());
        names.addAll(unique.include());
      }
      case Exclusion exclusion -> {
        exclusion.elements().forEach(element -> names.add(of(element.key(), serverMajor)));
        names.addAll(exclusion.include());
      }
      case Index plain -> {
        plain.keys().forEach(key -> names.add(of(key, serverMajor)));
        names.addAll(plain.include());
      }
      default -> {}
    }
    return distinct(names);
  }

  private static String of(IndexKey key, int serverMajor) {
    return column(key)
        .or(() -> ExpressionNames.of(Tokenizer.tokenize(key.expression().sql()), serverMajor))
        .orElse("expr");
  }

  private static Optional<String> column(IndexKey key) {
    List<Token> tokens = Tokenizer.tokenize(key.expression().sql());
    return key.column() && tokens.size() == 1
        ? Optional.of(tokens.getFirst().value())
        : Optional.empty();
  }

  /** {@return the names, with numbers appended where one comes again} */
  public static List<String> distinct(List<String> names) {
    var distinct = new ArrayList<String>();
    for (String name : names) {
      String free = name;
      for (int i = 1; distinct.contains(free); i++) {
        free = name + i;
      }
      distinct.add(free);
    }
    return distinct;
  }
}
