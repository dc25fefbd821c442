package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Output columns with their collations, where these were asked. */
record CollatedColumns(Optional<CollationTyping> collations) {
  /** {@return a column that is made of {@code parts}, one of each branch or row} */
  OutputColumn column(String name, List<Scalar> parts, Optional<TypeName> type) {
    return new OutputColumn(
        name,
        type,
        collations.flatMap(
            all -> {
              CollationTyping.State state = CollationTyping.State.NONE;
              for (Scalar part : parts) {
                state = state.with(all.of(part));
              }
              return all.beside(state, type);
            }));
  }

  /** {@return the collation of a column that two branches make up} */
  Optional<QualifiedName> merged(OutputColumn one, OutputColumn other, Optional<TypeName> type) {
    return collations.flatMap(
        all ->
            all.beside(
                all.state(one.type(), one.collation())
                    .with(all.state(other.type(), other.collation())),
                type));
  }

  static List<OutputColumn> renamed(List<String> names, List<OutputColumn> columns) {
    var renamed = new ArrayList<OutputColumn>();
    for (int i = 0; i < columns.size(); i++) {
      OutputColumn column = columns.get(i);
      renamed.add(
          i < names.size()
              ? new OutputColumn(names.get(i), column.type(), column.collation())
              : column);
    }
    return renamed;
  }
}
