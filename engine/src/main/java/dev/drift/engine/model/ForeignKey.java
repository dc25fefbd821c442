package dev.drift.engine.model;

import java.util.List;

/**
 * A foreign key.
 *
 * @param referenced the table it points to, and {@code referencedColumns} there
 * @param match {@code simple} or {@code full}
 * @param setColumns the columns of ON DELETE SET … (…), where named (PostgreSQL 15)
 * @param validated false while NOT VALID
 * @param enforced false for NOT ENFORCED (PostgreSQL 18)
 * @param period whether the last columns are PERIOD (PostgreSQL 18)
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
    boolean period)
    implements SchemaObject {
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    setColumns = List.copyOf(setColumns);
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
