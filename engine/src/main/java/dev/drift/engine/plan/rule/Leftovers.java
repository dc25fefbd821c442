package dev.drift.engine.plan.rule;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.List;

/**
 * What a table shares with its parent and what becomes of it when they part or join: indexes and
 * constraints that came from the parent stay behind as the table's own; a parent's checks must be
 * there before the table can join.
 */
final class Leftovers {
  private Leftovers() {}

  /** {@return {@code detach}, then dropping what came from the parent and is not wanted} */
  static String without(String detach, Table table, Scene scene) {
    List<String> wanted =
        scene.target().childrenOf(table.id()).stream()
            .map(SchemaObject::id)
            .map(ObjectId::name)
            .toList();
    String relation = Shape.relation(table.id().schema(), table.id().name());
    return """
    DECLARE
      drift_parts text[];
      drift_part text;
    BEGIN
      SELECT array_agg(p.sql) INTO drift_parts
        FROM (SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', k.conrelid::regclass, k.conname) AS sql
                FROM pg_constraint k
               WHERE k.conrelid = %1$s AND k.conname <> ALL (%2$s)
                 AND (k.conparentid <> 0 OR k.contype = 'c' AND k.coninhcount > 0 AND NOT k.conislocal)
              UNION ALL
              SELECT format('DROP INDEX %%s', h.inhrelid::regclass)
                FROM pg_inherits h JOIN pg_index i ON i.indexrelid = h.inhrelid JOIN pg_class c ON c.oid = h.inhrelid
               WHERE i.indrelid = %1$s AND c.relname <> ALL (%2$s)
                 AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = i.indrelid AND k.conindid = i.indexrelid)) p;
      %3$s;
      FOREACH drift_part IN ARRAY coalesce(drift_parts, '{}') LOOP
        EXECUTE drift_part;
      END LOOP;
    END\
    """
        .formatted(relation, Shape.textArray(wanted), detach)
        .indent(4)
        .strip();
  }

  /** {@return adding the parent's checks to the new partition, then {@code attach}} */
  static String withChecks(String attach, ObjectId table, ObjectId parent) {
    return """
    DECLARE
      drift_check text;
    BEGIN
      FOR drift_check IN
        SELECT format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', %1$s::regclass, k.conname, pg_get_constraintdef(k.oid))
          FROM pg_constraint k
         WHERE k.conrelid = %2$s AND k.contype = 'c' AND NOT k.connoinherit
           AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conrelid = %1$s AND o.conname = k.conname)
      LOOP
        EXECUTE drift_check;
      END LOOP;
      %3$s;
    END\
    """
        .formatted(
            Shape.relation(table.schema(), table.name()),
            Shape.relation(parent.schema(), parent.name()),
            attach)
        .indent(4)
        .strip();
  }

  /**
   * {@return {@code join} between taking away the parent's checks that the table lacks and back}
   */
  static String sharingChecks(String join, ObjectId table, ObjectId parent) {
    return """
    DECLARE
      drift_gone text[];
      drift_back text[];
      drift_check text;
    BEGIN
      SELECT array_agg(format('ALTER TABLE %%s DROP CONSTRAINT %%I', %2$s::regclass, k.conname)),
             array_agg(format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', %2$s::regclass, k.conname, pg_get_constraintdef(k.oid)))
        INTO drift_gone, drift_back
        FROM pg_constraint k
       WHERE k.conrelid = %2$s AND k.contype = 'c' AND NOT k.connoinherit AND k.coninhcount = 0
         AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conrelid = %1$s AND o.conname = k.conname);
      FOREACH drift_check IN ARRAY coalesce(drift_gone, '{}') LOOP
        EXECUTE drift_check;
      END LOOP;
      %3$s;
      FOREACH drift_check IN ARRAY coalesce(drift_back, '{}') LOOP
        EXECUTE drift_check;
      END LOOP;
    END\
    """
        .formatted(
            Shape.relation(table.schema(), table.name()),
            Shape.relation(parent.schema(), parent.name()),
            join)
        .indent(4)
        .strip();
  }
}
