package dev.drift.engine.canon.typing;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** The items of one FROM, in the order in which they are bound. */
record Level(List<Item> items) {

  /** One item: its columns, none if not known, and the type of its rows. */
  record Item(List<OutputColumn> columns, Optional<TypeName> row) {
    private boolean has(String name) {
      return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private Optional<QualifiedName> collation(String name) {
      return columns.stream()
          .filter(column -> column.name().equals(name))
          .findFirst()
          .flatMap(OutputColumn::collation);
    }

    private Optional<TypeName> type(String name) {
      return columns.stream()
          .filter(column -> column.name().equals(name))
          .findFirst()
          .flatMap(OutputColumn::type);
    }
  }

  /**
   * {@return the type of a column}
   *
   * @param at the place of its item; negative for one that USING merged
   * @param name its name, {@code *} for the whole row
   */
  Optional<TypeName> type(int at, String name) {
    if (at >= items.size()) {
      return Optional.empty();
    }
    if (at < 0) {
      return merged(name);
    }
    Item item = items.get(at);
    return name.equals("*") ? item.row() : item.type(name);
  }

  /** {@return the collation of a column, if that was asked and is another than its type's own} */
  Optional<QualifiedName> collation(int at, String name) {
    return items.stream()
        .skip(Math.max(0, at))
        .limit(at < 0 ? items.size() : 1)
        .filter(item -> item.has(name))
        .findFirst()
        .flatMap(item -> item.collation(name));
  }

  /** A column that all sides have in the same type. */
  private Optional<TypeName> merged(String name) {
    List<Optional<TypeName>> types =
        items.stream()
            .filter(item -> item.has(name))
            .map(item -> item.type(name))
            .distinct()
            .toList();
    return types.size() == 1 ? types.get(0) : Optional.empty();
  }
}
