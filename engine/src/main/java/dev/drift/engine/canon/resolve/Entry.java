package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * One item of FROM.
 *
 * @param schema its relation's schema where it goes by the relation's own name, else empty
 * @param columns its columns; empty where they are not known
 * @param relation the relation that it is
 * @param row the type of its rows, if that has a name
 * @param whole what a whole row of it is, where it is not {@code alias.*}
 */
record Entry(
    String alias,
    String schema,
    Optional<List<Visible>> columns,
    Optional<ObjectId> relation,
    Optional<TypeName> row,
    Optional<Scalar> whole) {
  Entry(String alias, String schema, Optional<List<Visible>> columns, Optional<ObjectId> relation) {
    this(
        alias,
        schema,
        columns,
        relation,
        relation.map(id -> new TypeName(id.schema(), id.name(), "", false)),
        Optional.empty());
  }

  /** {@return the same of which a whole row is its only column (makeWholeRowVar)} */
  Entry ofValues() {
    return new Entry(
        alias,
        schema,
        columns,
        relation,
        row,
        columns.filter(list -> list.size() == 1).map(list -> list.get(0).reference()));
  }

  /** {@return the same, of rows of that type} */
  Entry ofRows(Optional<TypeName> type) {
    return new Entry(alias, schema, columns, relation, type, whole);
  }

  /**
   * {@return what stands for the columns that a join merges: {@code JOIN … USING (a) AS alias}} Its
   * columns are those of the joined tables, also when they are named by the alias.
   */
  static Entry ofMerged(String alias, List<Visible> merged) {
    List<Scalar> fields = merged.stream().map(Visible::reference).toList();
    return new Entry(
        alias,
        "",
        Optional.of(List.copyOf(merged)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Node.Row(fields)));
  }

  /** {@return what stands for its column of that name, if it is known to have one} */
  Optional<Scalar> find(String name) {
    return columns.stream()
        .flatMap(List::stream)
        .filter(column -> column.name().equals(name))
        .findFirst()
        .map(Visible::reference);
  }

  /** {@return what stands for its column of that name} */
  Scalar column(String name) {
    return find(name).orElseGet(() -> new Node.Column(List.of(alias, name), Place.NONE));
  }
}
