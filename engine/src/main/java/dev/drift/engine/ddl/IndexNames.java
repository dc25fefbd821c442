package dev.drift.engine.ddl;

import dev.drift.engine.canon.ExpressionNames;
import dev.drift.engine.canon.IndexColumns;
import java.util.ArrayList;
import java.util.List;

/** The column names that an index's implicit name is made of (ChooseIndexColumnNames). */
final class IndexNames {
  private IndexNames() {}

  /** {@return a name per key and included column; expressions get one as output columns do} */
  static List<String> of(List<IndexKeyClause> keys, List<String> include, Context context) {
    var names = new ArrayList<String>();
    for (IndexKeyClause key : keys) {
      names.add(
          key.column()
              .or(() -> ExpressionNames.of(key.expression(), context.session().serverMajor()))
              .orElse("expr"));
    }
    names.addAll(include);
    return IndexColumns.distinct(names);
  }
}
