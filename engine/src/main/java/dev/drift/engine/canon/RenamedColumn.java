package dev.drift.engine.canon;

import dev.drift.engine.model.ObjectId;
import java.util.List;

/**
 * A column of a relation that gets another name.
 *
 * @param columns the names of the relation's columns in order, as they are before
 */
public record RenamedColumn(ObjectId relation, List<String> columns, String from, String to) {
  public RenamedColumn {
    columns = List.copyOf(columns);
  }
}
