package dev.drift.engine.ddl;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The checks that a table has from those above it, and a partition's foreign keys. They are no
 * objects, but become its own where they are inherited no more (tablecmds.c, RemoveInheritance). A
 * check that is NOT VALID above may be valid here: what is made below it has no rows yet.
 */
final class InheritedChecks {
  private InheritedChecks() {}

  /** {@return the table, which is new, with all that it inherits valid} */
  static Table made(Table table, Objects objects) {
    return withValid(table, names(AllParts.inherited(table, objects)));
  }

  /** {@return the table, to which a parent has come, with its own valid checks still valid} */
  static Table joined(Table table, Objects objects) {
    return withValid(
        table,
        AllParts.inherited(table, objects).stream()
            .map(part -> part.id().name())
            .filter(
                name ->
                    objects
                        .find(table.id().child(Kind.CHECK, name), Check.class)
                        .filter(Check::validated)
                        .isPresent())
            .collect(Collectors.toSet()));
  }

  private static Table withValid(Table table, Collection<String> names) {
    var valid = new TreeSet<>(table.validChecks());
    valid.addAll(names);
    return TableEdit.of(table, edit -> edit.validChecks = valid);
  }

  /** {@return the check of that name that the table inherits, as it has it} */
  static List<SchemaObject> named(ObjectId table, String name, Objects objects) {
    return objects.find(table, Table.class).stream()
        .flatMap(
            heir ->
                AllParts.inherited(heir, objects).stream()
                    .filter(part -> part.id().name().equals(name))
                    .map(part -> own(part, heir)))
        .toList();
  }

  /** VALIDATE CONSTRAINT of what is inherited, or goes on to heirs. */
  static void validate(ObjectId table, String name, Changes changes) {
    changes
        .objects()
        .find(table, Table.class)
        .ifPresent(heir -> changes.alter(heir, withValid(heir, Set.of(name))));
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      validate(heir.id(), name, changes);
    }
  }

  /** What heirs know of a check goes with its name. */
  static void rename(ObjectId table, String from, String to, Changes changes) {
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      var valid = new TreeSet<>(heir.validChecks());
      if (valid.remove(from)) {
        valid.add(to);
      }
      changes.alter(heir, TableEdit.of(heir, edit -> edit.validChecks = valid));
      rename(heir.id(), from, to, changes);
    }
  }

  /** What {@code before} had from parents that it has no more becomes its own. */
  static void keep(Table before, List<SchemaObject> inherited, Changes changes) {
    Table table = changes.objects().find(before.id(), Table.class).orElse(before);
    Set<ObjectId> still =
        AllParts.inherited(table, changes.objects()).stream()
            .map(part -> own(part, table).id())
            .collect(Collectors.toSet());
    for (SchemaObject part : inherited) {
      SchemaObject own = own(part, table);
      if (!still.contains(own.id()) && !changes.objects().contains(own.id())) {
        changes.create(own);
        new CloneNames(changes).renamed(table.id(), part.id(), own.id());
      }
    }
    changes.objects().find(before.id(), Table.class).ifPresent(left -> forget(left, changes));
  }

  private static void forget(Table table, Changes changes) {
    var valid = new TreeSet<>(table.validChecks());
    valid.retainAll(names(AllParts.inherited(table, changes.objects())));
    changes.alter(table, TableEdit.of(table, edit -> edit.validChecks = valid));
  }

  private static Set<String> names(List<SchemaObject> parts) {
    return parts.stream().map(part -> part.id().name()).collect(Collectors.toSet());
  }

  private static SchemaObject own(SchemaObject part, Table heir) {
    ObjectId id = heir.id().child(part.id().kind(), CloneNames.of(heir, part.id()));
    return switch (Partitions.withId(part, id)) {
      case Check check ->
          new Check(
              id,
              check.expression(),
              check.noInherit(),
              check.validated() || check.enforced() && heir.validChecks().contains(id.name()),
              check.enforced());
      case SchemaObject other -> other;
    };
  }
}
