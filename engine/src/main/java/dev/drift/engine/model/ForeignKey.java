package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A foreign key.
 *
 * @param referenced the table it points to, and {@code referencedColumns} there
 * @param match {@code simple} or {@code full}
 * @param setColumns the columns of ON DELETE SET … (…), where named (PostgreSQL 15)
 * @param validated false while NOT VALID
 * @param enforced false for NOT ENFORCED (PostgreSQL 18)
 * @param period whether the last columns are PERIOD (PostgreSQL 18)
 * @param standsOn the index of the referenced table that it stands on, by name, if that is known
 */
public record ForeignKey(
    ObjectId id,
    List<String> columns,
    ObjectId referenced,
    List<String> referencedColumns,
    String match,
    Action onUpdate,
    Action onDelete,
    List<String> setColumns,
    Deferral deferral,
    boolean validated,
    boolean enforced,
    boolean period,
    Optional<String> standsOn)
    implements SchemaObject {
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    setColumns = List.copyOf(setColumns);
  }

  /** {@return the same foreign key, standing on the index of that name} */
  public ForeignKey standingOn(String index) {
    return new ForeignKey(
        id,
        columns,
        referenced,
        referencedColumns,
        match,
        onUpdate,
        onDelete,
        setColumns,
        deferral,
        validated,
        enforced,
        period,
        Optional.of(index));
  }

  /** What happens to the referencing row. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** {@return the key words of SQL} */
    public String sql() {
      return name().replace('_', ' ');
    }
  }
}
