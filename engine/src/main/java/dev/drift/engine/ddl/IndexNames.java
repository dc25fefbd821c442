package dev.drift.engine.ddl;

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
              .or(() -> OutputNames.of(key.expression(), context.session().serverMajor()))
              .orElse("expr"));
    }
    names.addAll(include);
    return distinct(names);
  }

  /** {@return the names, with numbers appended where one comes again} */
  static List<String> distinct(List<String> names) {
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
