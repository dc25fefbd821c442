package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** Triggers, policies and rules, which statements name as {@code name ON table}. */
final class TableParts {
  private TableParts() {}

  /** Reads {@code ON table} and {@return the part of it that {@code name} stands for} */
  static SchemaObject require(TokenReader tokens, Named name, Kind kind, Context context) {
    tokens.expect("on");
    Named table = Named.read(tokens);
    SchemaObject relation = Names.requireRelation(table.name(), table.at(), context);
    return context
        .objects()
        .find(relation.id().child(kind, name.plain()))
        .orElseThrow(
            () ->
                Names.unknown(
                    name.name(), missing(kind, name, relation.id().name()), name.at(), context));
  }

  /** {@code DROP TRIGGER | POLICY | RULE [IF EXISTS] name ON table [CASCADE | RESTRICT]}. */
  static Decision drop(TokenReader tokens, Context context, Kind kind) {
    tokens.expect("drop", kind.words());
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.readGlobal(tokens);
    tokens.expect("on");
    Named table = Named.read(tokens);
    Optional<SchemaObject> relation = Names.relation(table.name(), context);
    if (relation.isEmpty() && ifExists) {
      return new Decision.Effects(List.of());
    }
    SchemaObject owner =
        relation.orElseGet(() -> Names.requireRelation(table.name(), table.at(), context));
    Optional<SchemaObject> part = context.objects().find(owner.id().child(kind, name.plain()));
    if (part.isEmpty()) {
      if (ifExists) {
        return new Decision.Effects(List.of());
      }
      throw Names.unknown(name.name(), missing(kind, name, owner.id().name()), name.at(), context);
    }
    var changes = new Changes(context);
    Dependents.drop(List.of(part.get()), true, name.at(), changes);
    return changes.effects();
  }

  private static String missing(Kind kind, Named name, String table) {
    String owner = kind == Kind.POLICY || kind == Kind.TRIGGER ? "table" : "relation";
    return kind.words()
        + " \""
        + name.plain()
        + "\" for "
        + owner
        + " \""
        + table
        + "\" does not exist";
  }
}
