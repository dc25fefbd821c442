package dev.drift.engine.ddl;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code DROP, ALTER, VALIDATE} and {@code RENAME CONSTRAINT}. */
final class ConstraintActions {
  private ConstraintActions() {}

  static void drop(TokenReader tokens, ObjectId table, boolean only, Changes changes) {
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.readGlobal(tokens);
    boolean cascade = tokens.accept("cascade");
    if (!cascade) {
      tokens.accept("restrict");
    }
    Optional<SchemaObject> constraint = find(table, name.plain(), changes);
    var notNulls = new NotNullActions(table, changes);
    Optional<Column> column = notNulls.find(name.plain());
    if (constraint.isPresent()) {
      if (only && constraint.get() instanceof Check check && !check.noInherit()) {
        leaveToHeirs(check, table, changes);
      }
      Dependents.drop(List.of(constraint.get()), cascade, name.at(), changes);
    } else if (column.isPresent()) {
      notNulls.drop(column.get(), only, name);
    } else if (!ifExists) {
      throw unknown(table, name, changes);
    }
  }

  /** What is dropped from the parent ONLY becomes the heirs' own (tablecmds.c, dropconstraint). */
  private static void leaveToHeirs(Check check, ObjectId table, Changes changes) {
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      ObjectId own = heir.id().child(Kind.CHECK, check.id().name());
      boolean elsewhere =
          heir.inherits().stream()
              .filter(parent -> !parent.equals(table))
              .anyMatch(
                  parent ->
                      changes.objects().contains(parent.child(Kind.CHECK, check.id().name())));
      if (!elsewhere && heir.partitionOf().isEmpty() && !changes.objects().contains(own)) {
        InheritedChecks.named(heir.id(), check.id().name(), changes.objects()).stream()
            .limit(1)
            .forEach(changes::create);
      }
    }
  }

  static void rename(TokenReader tokens, ObjectId table, Changes changes) {
    Named name = Named.readGlobal(tokens);
    tokens.expect("to");
    Named to = Named.readGlobal(tokens);
    Optional<SchemaObject> constraint = find(table, name.plain(), changes);
    var notNulls = new NotNullActions(table, changes);
    Optional<Column> column = notNulls.find(name.plain());
    if (constraint.isEmpty() && column.isPresent()) {
      notNulls.rename(column.get(), name, to);
      return;
    }
    if (constraint.isEmpty()) {
      if (changes.context().doubt().concerns(table.schema(), table.name())) {
        throw unknown(table, name, changes);
      }
      throw new RejectedException(
          "constraint \"" + name.plain() + "\" for table \"" + table.name() + "\" does not exist",
          name.at());
    }
    new ConstraintNames(table, changes).requireFree(to.plain(), to.at());
    ObjectId id = constraint.get().id();
    if (Objects.RELATIONS.contains(id.kind())
        && TakenNames.relation(changes.objects(), table.schema(), to.plain())) {
      throw Existing.relation(table.schema(), to.plain(), to.at(), changes.context());
    }
    Renames.rename(id, id.withName(to.plain()), changes);
    if (constraint.get() instanceof Check check && !check.noInherit()) {
      InheritedChecks.rename(table, name.plain(), to.plain(), changes);
    }
    if (constraint.get() instanceof ForeignKey) {
      new CloneNames(changes).renamed(table, id, id.withName(to.plain()));
    }
    for (Check heirs : copies(constraint.get(), changes)) {
      Renames.rename(heirs.id(), heirs.id().withName(to.plain()), changes);
    }
  }

  /** The checks of heirs that are one with {@code constraint}, which they inherit. */
  private static List<Check> copies(SchemaObject constraint, Changes changes) {
    var copies = new ArrayList<Check>();
    if (constraint instanceof Check check && !check.noInherit()) {
      for (Table heir : changes.objects().heirsOf(check.id().parentTable())) {
        ObjectId id = heir.id().child(Kind.CHECK, check.id().name());
        changes.objects().find(id, Check.class).ifPresent(copies::add);
        copies.addAll(copies(Partitions.withId(check, id), changes));
      }
    }
    return copies;
  }

  static void validate(TokenReader tokens, ObjectId table, Changes changes) {
    Named name = Named.readGlobal(tokens);
    Optional<SchemaObject> found = find(table, name.plain(), changes);
    if (found.isEmpty()
        && !InheritedChecks.named(table, name.plain(), changes.objects()).isEmpty()) {
      InheritedChecks.validate(table, name.plain(), changes);
      return;
    }
    var notNulls = new NotNullActions(table, changes);
    Optional<Column> column = notNulls.find(name.plain());
    if (found.isEmpty() && column.isPresent()) {
      notNulls.validate(column.get());
      return;
    }
    SchemaObject constraint = found.orElseThrow(() -> unknown(table, name, changes));
    switch (constraint) {
      case Check check -> {
        validate(check, changes);
        copies(check, changes).forEach(copy -> validate(copy, changes));
      }
      case ForeignKey key -> changes.alter(key, with(key, key.deferral(), true, key.enforced()));
      default -> {}
    }
  }

  private static void validate(Check check, Changes changes) {
    changes.alter(
        check,
        new Check(check.id(), check.expression(), check.noInherit(), true, check.enforced()));
  }

  static void alter(TokenReader tokens, ObjectId table, Changes changes) {
    Named name = Named.readGlobal(tokens);
    Optional<SchemaObject> found = find(table, name.plain(), changes);
    var notNulls = new NotNullActions(table, changes);
    Optional<Column> column = notNulls.find(name.plain());
    if (found.isEmpty() && column.isPresent()) {
      notNulls.alter(column.get(), name, tokens);
      return;
    }
    SchemaObject constraint = found.orElseThrow(() -> unknown(table, name, changes));
    var deferral = new DeferralReader(tokens);
    boolean deferring = false;
    boolean enforced = !(constraint instanceof ForeignKey key) || key.enforced();
    while (!tokens.atEnd()) {
      deferring |= !tokens.at("enforced") && !tokens.at("not", "enforced");
      if (deferral.accept()) {
        continue;
      }
      if (tokens.accept("not", "enforced")) {
        enforced = false;
      } else if (tokens.accept("enforced")) {
        enforced = true;
      } else if (!tokens.accept("no", "inherit") && !tokens.accept("inherit")) {
        throw tokens.unexpected("a constraint attribute");
      }
    }
    if (constraint instanceof ForeignKey key) {
      boolean validated = enforced && (key.validated() || !key.enforced());
      changes.alter(
          key, with(key, deferring ? deferral.deferral() : key.deferral(), validated, enforced));
    }
  }

  private static ForeignKey with(
      ForeignKey key, Deferral deferral, boolean validated, boolean enforced) {
    return new ForeignKey(
        key.id(),
        key.columns(),
        key.referenced(),
        key.referencedColumns(),
        key.match(),
        key.onUpdate(),
        key.onDelete(),
        key.setColumns(),
        deferral,
        validated,
        enforced,
        key.period(),
        key.standsOn());
  }

  private static Optional<SchemaObject> find(ObjectId table, String name, Changes changes) {
    for (Kind kind : Objects.CONSTRAINTS) {
      Optional<SchemaObject> found = changes.objects().find(table.child(kind, name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static RuntimeException unknown(ObjectId table, Named name, Changes changes) {
    Context context = changes.context();
    String message =
        "constraint \"" + name.plain() + "\" of relation \"" + table.name() + "\" does not exist";
    return context.doubt().concerns(table.schema(), name.plain())
        ? new OpaqueException(
            "depends on constraint " + name.plain(),
            new TreeSet<>(List.of(table.child(Kind.CHECK, name.plain()))))
        : TableColumns.unknown(table, message, name.at(), context);
  }
}
