package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** {@code ALTER VIEW} and {@code ALTER MATERIALIZED VIEW}. */
final class ViewChanges {
  private ViewChanges() {}

  /** {@code ALTER VIEW [IF EXISTS] name action}. */
  static Decision alterView(TokenReader tokens, Context context) {
    tokens.expect("alter", "view");
    return alter(tokens, context, Kind.VIEW);
  }

  /** {@code ALTER MATERIALIZED VIEW [IF EXISTS] name action [, …]}. */
  static Decision alterMaterialized(TokenReader tokens, Context context) {
    tokens.expect("alter", "materialized", "view");
    if (tokens.accept("all", "in", "tablespace")) {
      return new Decision.Effects(List.of());
    }
    return alter(tokens, context, Kind.MATERIALIZED_VIEW);
  }

  private static Decision alter(TokenReader tokens, Context context, Kind kind) {
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.read(tokens);
    Optional<SchemaObject> found = Names.relation(name.name(), context);
    if (found.isEmpty()) {
      if (ifExists) {
        return new Decision.Effects(List.of());
      }
      throw Names.unknown(
          name.name(), "relation \"" + name.name() + "\" does not exist", name.at(), context);
    }
    if (found.get().id().kind() != kind) {
      throw new RejectedException("\"" + name.plain() + "\" is not a " + kind.words(), name.at());
    }
    var changes = new Changes(context);
    do {
      action(tokens, found.get(), changes);
    } while (tokens.acceptSymbol(","));
    return changes.effects();
  }

  /** Decides one action on a view or materialized view. */
  static void action(TokenReader tokens, SchemaObject view, Changes changes) {
    if (ExtensionDependencies.decide(tokens, view.id(), changes)) {
      return;
    }
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, view.id(), changes);
      return;
    }
    if (Moves.decide(tokens, view, changes)) {
      tokens.rest();
      return;
    }
    if (tokens.accept("rename")) {
      tokens.accept("column");
      Named from = Named.readGlobal(tokens);
      tokens.expect("to");
      Named to = Named.readGlobal(tokens);
      if (columns(view).contains(to.plain())) {
        throw new RejectedException(
            "column \"%s\" of relation \"%s\" already exists"
                .formatted(to.plain(), view.id().name()),
            to.at());
      }
      Renames.renameColumn(view.id(), from.plain(), to.plain(), changes);
      return;
    }
    SchemaObject now = changes.objects().find(view.id()).orElse(view);
    if (tokens.accept("reset")) {
      changes.alter(now, withOptions(now, ViewOptions.without(tokens, options(now))));
    } else if (tokens.at("set") && tokens.peek(1).filter(t -> t.isSymbol("(")).isPresent()) {
      tokens.expect("set");
      changes.alter(now, withOptions(now, ViewOptions.with(tokens, options(now))));
    } else if (now instanceof MaterializedView stored && tokens.accept("set", "tablespace")) {
      var tablespace = changes.context().session().tablespace(Optional.of(tokens.name()));
      changes.alter(now, kept(stored, stored.accessMethod(), tablespace));
    } else if (now instanceof MaterializedView stored && tokens.accept("set", "access", "method")) {
      Optional<String> method =
          tokens.accept("default")
              ? changes.context().session().accessMethod()
              : Optional.of(tokens.name()).filter(name -> !name.equals("heap"));
      changes.alter(now, kept(stored, method, stored.tablespace()));
    } else {
      skipAction(tokens);
    }
  }

  private static MaterializedView kept(
      MaterializedView view, Optional<String> accessMethod, Optional<String> tablespace) {
    return new MaterializedView(
        view.id(),
        view.columns(),
        view.query(),
        view.options(),
        accessMethod,
        tablespace,
        view.unfilled());
  }

  /** ALTER COLUMN … SET DEFAULT, CLUSTER ON and the like. */
  private static void skipAction(TokenReader tokens) {
    while (!tokens.atEnd() && !tokens.atSymbol(",")) {
      if (tokens.atSymbol("(")) {
        tokens.group();
      } else {
        tokens.next();
      }
    }
  }

  private static List<String> columns(SchemaObject object) {
    return object instanceof View view ? view.columns() : ((MaterializedView) object).columns();
  }

  private static SortedMap<String, String> options(SchemaObject object) {
    return object instanceof View view ? view.options() : ((MaterializedView) object).options();
  }

  private static SchemaObject withOptions(SchemaObject object, SortedMap<String, String> options) {
    return switch (object) {
      case View view -> new View(view.id(), view.columns(), view.query(), options);
      case MaterializedView view ->
          new MaterializedView(
              view.id(),
              view.columns(),
              view.query(),
              options,
              view.accessMethod(),
              view.tablespace(),
              view.unfilled());
      default -> object;
    };
  }
}
