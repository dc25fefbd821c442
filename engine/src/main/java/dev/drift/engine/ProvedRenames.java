package dev.drift.engine;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.event.ColumnNumbering;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ColumnNumbers;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Rename;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which objects of another name are what is intended, by the order in which the server keeps them.
 *
 * <p>A column is if it has the intended one's number, while all that both sides know have the same
 * numbers. It also has to stand before one of them, or a constraint or index has to be as intended
 * but for its name: had the one been dropped and the other been added, it would stand last, and a
 * dump closes gaps.
 *
 * <p>A value of an enum is if it stands where the other is intended, before one that both sides
 * know or alone. Values are never dropped; only a type that was made anew by hand could tell
 * another story, and its rows would have to have one of these values all the same.
 */
final class ProvedRenames {
  private final Renames naming;
  private final SchemaModel expected;
  private final SchemaModel actual;
  private final ColumnNumbers intended;
  private final ColumnNumbers there;

  /**
   * Proves renames.
   *
   * @param actual what is there, with the names that the user asks for
   */
  ProvedRenames(Renames naming, SchemaModel expected, SchemaModel actual, Inspection inspection) {
    this.naming = naming;
    this.expected = expected;
    this.actual = actual;
    this.intended = ColumnNumbering.of(inspection.expectation().replayed().events());
    this.there = inspection.observation().numbers();
  }

  /** {@return those of {@code offers} that are proved} */
  List<Rename> among(List<Rename> offers) {
    return offers.stream().filter(this::isProved).toList();
  }

  private boolean isProved(Rename offer) {
    return offer.value().isPresent()
        ? isSameValue(offer)
        : actual
            .find(offer.from(), Column.class)
            .filter(column -> isItsOwn(column) && isSameColumn(column, offer))
            .isPresent();
  }

  /** Whether the column can be renamed by itself: no parent and no type says its name. */
  private boolean isItsOwn(Column column) {
    Optional<Table> table = actual.find(column.id().parentTable(), Table.class);
    return table.flatMap(Table::ofType).isEmpty()
        && table.stream()
            .flatMap(found -> found.ancestors().stream())
            .noneMatch(parent -> actual.contains(ObjectId.column(parent, column.id().name())));
  }

  private boolean isSameColumn(Column column, Rename offer) {
    OptionalInt number = there.of(column);
    Optional<Column> wanted = expected.find(offer.to(), Column.class);
    if (number.isEmpty() || !wanted.map(intended::of).filter(number::equals).isPresent()) {
      return false;
    }
    boolean followed = false;
    ObjectId table = column.id().parentTable();
    for (SchemaObject sibling : actual.childrenOf(table)) {
      Optional<Column> same = expected.find(sibling.id(), Column.class);
      if (sibling instanceof Column other && same.isPresent()) {
        if (!there.of(other).equals(intended.of(same.get()))) {
          return false;
        }
        followed |= there.of(other).orElseThrow() > number.getAsInt();
      }
    }
    return followed || isHeld(offer, table);
  }

  /** Whether a constraint or index of the table has it, and is as intended but for its name. */
  private boolean isHeld(Rename offer, ObjectId table) {
    SchemaModel after = naming.apply(offer, actual);
    return expected.childrenOf(table).stream()
        .filter(part -> !(part instanceof Column))
        .map(SchemaObject::id)
        .anyMatch(part -> actual.contains(part) && differs(part, actual) && !differs(part, after));
  }

  private boolean differs(ObjectId id, SchemaModel model) {
    return !Comparison.compare(Renames.shape(id, expected), Renames.shape(id, model)).isEmpty();
  }

  private boolean isSameValue(Rename offer) {
    List<String> values = actual.find(offer.from(), EnumType.class).orElseThrow().values();
    return values.size() == 1 || values.indexOf(offer.value().orElseThrow()) < values.size() - 1;
  }
}
