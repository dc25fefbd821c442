package dev.drift.engine.ddl;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Unique;
import dev.drift.engine.model.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/** Rebuilds relations and their parts for a {@link Rewriter}. */
final class RelationRewriter {
  private final Rewriting to;

  RelationRewriter(Rewriting to) {
    this.to = to;
  }

  Table table(ObjectId id, Table table) {
    return TableEdit.of(
        table,
        edit -> {
          edit.id = id;
          edit.partitionKey = to.expression(table.id(), table.partitionKey());
          edit.partitionOf =
              table
                  .partitionOf()
                  .map(
                      p -> new Table.Partition(to.id(p.parent()), to.bound(table.id(), p.bound())));
          edit.inherits = table.inherits().stream().map(to::id).toList();
          edit.foreign =
              table
                  .foreign()
                  .map(f -> new Table.Foreign(to.global(Kind.SERVER, f.server()), f.options()));
          edit.ofType = table.ofType().map(to::type);
          var indexColumns = new TreeMap<String, List<String>>();
          table
              .indexColumns()
              .forEach((index, names) -> indexColumns.put(to.index(table.id(), index), names));
          edit.indexColumns = indexColumns;
          var cloneNames = new TreeMap<ObjectId, String>();
          table.cloneNames().forEach((key, name) -> cloneNames.put(to.id(key), name));
          edit.cloneNames = cloneNames;
          edit.keyOrder =
              table.keyOrder().stream().map(index -> to.index(table.id(), index)).toList();
          edit.clusterOn = table.clusterOn().map(index -> to.index(table.id(), index));
          if (table.replicaIdentity().startsWith("index ")) {
            String index = table.replicaIdentity().substring("index ".length());
            edit.replicaIdentity = "index " + to.index(table.id(), index);
          }
        });
  }

  Column column(ObjectId id, ObjectId owner, Column column) {
    return ColumnEdit.of(
        column,
        edit -> {
          edit.id = id;
          edit.type = to.type(column.type());
          edit.defaultValue = to.expression(owner, column.defaultValue());
          edit.generated =
              column
                  .generated()
                  .map(
                      generated ->
                          new Column.Generated(
                              to.expression(owner, generated.expression()), generated.stored()));
          edit.identity =
              column
                  .identity()
                  .map(
                      identity ->
                          new Column.Identity(
                              identity.always(),
                              to.name(Kind.SEQUENCE, identity.sequence()),
                              identity.options()));
          edit.collation = to.collation(column.collation());
        });
  }

  PrimaryKey primaryKey(ObjectId id, ObjectId owner, PrimaryKey key) {
    return new PrimaryKey(
        id,
        to.columns(owner, key.columns()),
        to.columns(owner, key.include()),
        key.deferral(),
        key.options(),
        key.tablespace(),
        key.withoutOverlaps());
  }

  Unique unique(ObjectId id, ObjectId owner, Unique unique) {
    return new Unique(
        id,
        to.columns(owner, unique.columns()),
        to.columns(owner, unique.include()),
        unique.nullsNotDistinct(),
        unique.deferral(),
        unique.options(),
        unique.tablespace(),
        unique.withoutOverlaps());
  }

  ForeignKey foreignKey(ObjectId id, ObjectId owner, ForeignKey key) {
    return new ForeignKey(
        id,
        to.columns(owner, key.columns()),
        to.id(key.referenced()),
        to.columns(key.referenced(), key.referencedColumns()),
        key.match(),
        key.onUpdate(),
        key.onDelete(),
        to.columns(owner, key.setColumns()),
        key.deferral(),
        key.validated(),
        key.enforced(),
        key.period(),
        key.standsOn().map(index -> to.index(key.referenced(), index)));
  }

  Check check(ObjectId id, ObjectId owner, Check check) {
    return new Check(
        id,
        to.expression(owner, check.expression()),
        check.noInherit(),
        check.validated(),
        check.enforced());
  }

  Exclusion exclusion(ObjectId id, ObjectId owner, Exclusion exclusion) {
    return new Exclusion(
        id,
        exclusion.method(),
        exclusion.elements().stream()
            .map(e -> new Exclusion.Element(key(owner, e.key()), e.operator()))
            .toList(),
        to.columns(owner, exclusion.include()),
        to.expression(owner, exclusion.predicate()),
        exclusion.deferral(),
        exclusion.options(),
        exclusion.tablespace());
  }

  Index index(ObjectId id, ObjectId owner, Index index) {
    return new Index(
        id,
        index.unique(),
        index.method(),
        index.keys().stream().map(key -> key(owner, key)).toList(),
        to.columns(owner, index.include()),
        index.nullsNotDistinct(),
        to.expression(owner, index.predicate()),
        index.options(),
        index.tablespace(),
        index.only(),
        index.valid());
  }

  View view(ObjectId id, ObjectId owner, View view) {
    return new View(
        id, to.columns(owner, view.columns()), to.query(owner, view.query()), view.options());
  }

  MaterializedView materializedView(ObjectId id, ObjectId owner, MaterializedView view) {
    return new MaterializedView(
        id,
        to.columns(owner, view.columns()),
        to.query(owner, view.query()),
        view.options(),
        view.accessMethod(),
        view.tablespace(),
        view.unfilled());
  }

  Trigger trigger(ObjectId id, ObjectId owner, Trigger trigger) {
    return new Trigger(
        id,
        trigger.timing(),
        trigger.events(),
        new LinkedHashSet<>(to.columns(owner, List.copyOf(trigger.updateColumns()))),
        trigger.forEachRow(),
        trigger.constraint(),
        trigger.deferral(),
        trigger.referenced().map(to::id),
        trigger.oldTable(),
        trigger.newTable(),
        to.expression(owner, trigger.condition()),
        to.name(Kind.FUNCTION, trigger.function()),
        trigger.arguments(),
        trigger.enabled());
  }

  Policy policy(ObjectId id, ObjectId owner, Policy policy) {
    return new Policy(
        id,
        policy.permissive(),
        policy.command(),
        policy.roles(),
        to.expression(owner, policy.using()),
        to.expression(owner, policy.check()));
  }

  RewriteRule rule(ObjectId id, ObjectId owner, RewriteRule rule) {
    return new RewriteRule(
        id,
        rule.event(),
        rule.instead(),
        to.expression(owner, rule.condition()),
        rule.commands().stream().map(command -> command(owner, command)).toList(),
        rule.enabled());
  }

  /** A command of a rule reaches its own relation's columns through OLD and NEW as well. */
  private Query command(ObjectId owner, Query command) {
    Query rewritten = to.query(owner, command);
    return new Query(
        to.rows(owner, rewritten.sql()), rewritten.understood(), rewritten.relations());
  }

  private IndexKey key(ObjectId owner, IndexKey key) {
    return to.key(
        owner,
        new IndexKey(
            to.expression(owner, key.expression()),
            key.column(),
            to.collation(key.collation()),
            key.operatorClass().map(name -> to.name(Kind.OPERATOR_CLASS, name)),
            key.operatorClassOptions(),
            key.descending(),
            key.nullsFirst()));
  }
}
