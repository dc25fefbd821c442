package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renames and moves, carried through to everything that refers to the object by identity: children,
 * comments, views, expressions, foreign keys, sequences. Function bodies and the implicit names of
 * constraints and sequences stay as they are.
 */
final class Renames {
  private Renames() {}

  /**
   * Gives an object another name or schema.
   *
   * @param from a relation, index, constraint, sequence, type, routine, trigger, policy or schema
   */
  static void rename(ObjectId from, ObjectId to, Changes changes) {
    if (from.equals(to)) {
      return;
    }
    if (from.kind() == Kind.SCHEMA) {
      rewriteAll(from, new SchemaRename(from.name(), to.name(), changes.objects()), changes);
      return;
    }
    if (!from.parent().isEmpty()) {
      renamePart(from, to, changes);
      return;
    }
    List<Sequence> owned = from.schema().equals(to.schema()) ? List.of() : owned(from, changes);
    rewriteAll(from, new ObjectRename(from, to, changes.objects()), changes);
    for (Sequence sequence : owned) {
      rename(sequence.id(), sequence.id().withSchema(to.schema()), changes);
    }
    if (!from.schema().equals(to.schema())) {
      moveIdentities(to, changes);
    }
  }

  /** Renames a column of a table or a view's output column, on the table's heirs too. */
  static void renameColumn(ObjectId relation, String from, String to, Changes changes) {
    var formerly = new FormerColumns(changes);
    Map<ObjectId, Map<String, List<String>>> indexes = formerly.below(relation);
    List<ObjectId> relations = new ArrayList<>(List.of(relation));
    for (int i = 0; i < relations.size(); i++) {
      ObjectId each = relations.get(i);
      if (changes.objects().contains(ObjectId.column(each, to))) {
        throw new RejectedException(
            "column \"%s\" of relation \"%s\" already exists".formatted(to, each.name()),
            Optional.empty());
      }
      FieldRename.ofRelation(each, from, to, changes);
      rewrite(
          touchedByColumn(each, from, changes),
          new ColumnRename(each, changes.objects().columnNames(each), from, to),
          changes);
      for (Table heir : changes.objects().heirsOf(each)) {
        if (!relations.contains(heir.id())
            && changes.objects().contains(ObjectId.column(heir.id(), from))) {
          relations.add(heir.id());
        }
      }
    }
    indexes.forEach(formerly::keep);
  }

  /** An index, constraint, trigger or policy: only its table and its comment speak of it. */
  private static void renamePart(ObjectId from, ObjectId to, Changes changes) {
    var touched = new ArrayList<SchemaObject>();
    changes.objects().find(from).ifPresent(touched::add);
    changes.objects().find(from.facet(Kind.COMMENT)).ifPresent(touched::add);
    changes.objects().find(Facets.index(from).facet(Kind.COMMENT)).ifPresent(touched::add);
    touched.addAll(Facets.of(from, changes.objects()));
    touched.addAll(PartitionParts.copies(from, changes.objects()));
    changes.objects().find(Rewriter.owner(from)).ifPresent(touched::add);
    touched.addAll(changes.objects().foreignKeysTo(Rewriter.owner(from)));
    rewrite(touched, new ObjectRename(from, to, changes.objects()), changes);
  }

  /**
   * What can speak of a column: its relation's parts, foreign keys to it, sequences, views, other
   * relations' policies.
   */
  private static List<SchemaObject> touchedByColumn(
      ObjectId relation, String column, Changes changes) {
    Objects objects = changes.objects();
    var touched = new ArrayList<SchemaObject>();
    ObjectId id = ObjectId.column(relation, column);
    objects.find(id).ifPresent(touched::add);
    objects.find(relation).ifPresent(touched::add);
    for (SchemaObject part : objects.childrenOf(relation)) {
      if (!part.id().equals(id)) {
        touched.add(part);
      }
    }
    for (SchemaObject object : objects.referrersTo(relation)) {
      if (!object.id().equals(relation) && !object.id().belongsTo(relation)) {
        touched.add(object);
      }
    }
    for (SchemaObject object : Conditions.beside(relation, objects)) {
      touched.add(object);
    }
    return touched;
  }

  private static List<Sequence> owned(ObjectId table, Changes changes) {
    return changes.objects().referrersTo(table).stream()
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .filter(sequence -> sequence.ownedBy().filter(c -> c.belongsTo(table)).isPresent())
        .toList();
  }

  /** The sequences behind identity columns follow their table into another schema. */
  private static void moveIdentities(ObjectId table, Changes changes) {
    for (SchemaObject child : changes.objects().childrenOf(table)) {
      if (child instanceof Column column) {
        changes.alter(
            column,
            ColumnEdit.of(
                column,
                edit ->
                    edit.identity =
                        column
                            .identity()
                            .map(
                                identity ->
                                    new Column.Identity(
                                        identity.always(),
                                        Identities.inSchema(identity.sequence(), table.schema()),
                                        identity.options()))));
      }
    }
  }

  /** Applies the rewriting to every object, the renamed one first. */
  private static void rewriteAll(ObjectId first, Rewriting rewriting, Changes changes) {
    Objects before = changes.objects();
    Optional<SchemaObject> renamed = before.find(first);
    List<SchemaObject> all = new ArrayList<>();
    renamed.ifPresent(all::add);
    for (Kind kind : Kind.values()) {
      for (SchemaObject object : candidates(kind, first, before)) {
        if (!object.id().equals(first)) {
          all.add(object);
        }
      }
    }
    rewrite(all, rewriting, changes);
  }

  /** {@return the objects of that kind among which are all that can refer to {@code renamed}} */
  private static Collection<SchemaObject> candidates(Kind kind, ObjectId renamed, Objects objects) {
    boolean parts = kind == Kind.COLUMN || kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
    if (!parts || renamed.kind() == Kind.SCHEMA) {
      return objects.ofKind(kind);
    }
    var candidates = new LinkedHashSet<SchemaObject>();
    for (SchemaObject own : objects.childrenOf(renamed)) {
      if (own.id().kind() == kind) {
        candidates.add(own);
      }
    }
    if (kind == Kind.COLUMN) {
      candidates.addAll(objects.outwardColumns());
      objects
          .identityColumn(new QualifiedName(renamed.schema(), renamed.name()))
          .ifPresent(candidates::add);
    }
    return candidates;
  }

  private static void rewrite(List<SchemaObject> objects, Rewriting rewriting, Changes changes) {
    var rewriter = new Rewriter(rewriting);
    List<SchemaObject> rewritten = objects.stream().map(rewriter::rewrite).toList();
    for (int i = 0; i < rewritten.size(); i++) {
      if (!rewritten.get(i).equals(objects.get(i))) {
        changes.rename(objects.get(i), rewritten.get(i));
      }
    }
  }
}
