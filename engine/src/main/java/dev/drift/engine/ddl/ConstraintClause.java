package dev.drift.engine.ddl;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One constraint as written, on a column or on a table.
 *
 * @param name after CONSTRAINT, if named
 * @param at its first token
 * @param validated false for NOT VALID
 * @param enforced false for NOT ENFORCED
 */
record ConstraintClause(
    Optional<String> name,
    Token at,
    Body body,
    Deferral deferral,
    boolean validated,
    boolean enforced) {

  /** What it asks for. */
  sealed interface Body {}

  record Null() implements Body {}

  record NotNull(String column, boolean noInherit) implements Body {}

  record Default(List<Token> expression) implements Body {}

  record Generated(List<Token> expression, boolean stored) implements Body {}

  record Identity(boolean always, List<Token> options) implements Body {}

  record Check(List<Token> expression, boolean noInherit) implements Body {}

  /**
   * PRIMARY KEY or UNIQUE.
   *
   * @param usingIndex the index that becomes the constraint's; then there are no columns
   */
  record Key(
      boolean primary,
      List<String> columns,
      boolean withoutOverlaps,
      boolean nullsNotDistinct,
      Optional<String> usingIndex,
      IndexTail tail)
      implements Body {}

  record Exclude(String method, List<ExcludeElement> elements, List<Token> where, IndexTail tail)
      implements Body {}

  record ExcludeElement(IndexKeyClause key, String operator) {}

  /** REFERENCES or FOREIGN KEY … REFERENCES; no referenced columns mean the primary key. */
  record References(
      List<String> columns,
      QualifiedName referenced,
      Token referencedAt,
      List<String> referencedColumns,
      String match,
      ForeignKey.Action onUpdate,
      ForeignKey.Action onDelete,
      List<String> setColumns,
      boolean period)
      implements Body {}

  /** What follows the keys of an index-backed constraint. */
  record IndexTail(
      List<String> include, SortedMap<String, String> options, Optional<String> tablespace) {}

  ConstraintClause withBody(Body other) {
    return new ConstraintClause(name, at, other, deferral, validated, enforced);
  }

  /**
   * {@return the same without NOT VALID, which a table without rows does not need (parse_utilcmd.c,
   * transformCheckConstraints)}
   */
  ConstraintClause onNewTable() {
    return new ConstraintClause(name, at, body, deferral, enforced, enforced);
  }

  ConstraintClause withName(Optional<String> other) {
    return new ConstraintClause(other, at, body, deferral, validated, enforced);
  }
}
