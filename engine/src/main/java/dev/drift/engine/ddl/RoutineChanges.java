package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.sql.TokenReader;
import java.util.Set;

/** {@code ALTER FUNCTION | PROCEDURE | ROUTINE}. */
final class RoutineChanges {
  private RoutineChanges() {}

  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter");
    Set<Kind> kinds = kinds(tokens);
    var reference = Routines.Reference.read(tokens, context.scope());
    Routine routine = Routines.require(reference, context, kinds);
    var changes = new Changes(context);
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, routine.id(), changes);
    } else if (!move(tokens, routine.id(), changes)
        && !ExtensionDependencies.decide(tokens, routine.id(), changes)) {
      changes.alter(routine, attributes(tokens, routine, context));
    }
    return changes.effects();
  }

  /** Reads FUNCTION, PROCEDURE or ROUTINE. */
  static Set<Kind> kinds(TokenReader tokens) {
    if (tokens.accept("function")) {
      return Set.of(Kind.FUNCTION);
    }
    if (tokens.accept("procedure")) {
      return Set.of(Kind.PROCEDURE);
    }
    tokens.expect("routine");
    return Set.of(Kind.FUNCTION, Kind.PROCEDURE);
  }

  /**
   * Decides {@code RENAME TO name} or {@code SET SCHEMA schema} if it comes next. {@return whether
   * it did}
   */
  static boolean move(TokenReader tokens, ObjectId id, Changes changes) {
    if (tokens.accept("rename", "to")) {
      Named to = Named.readGlobal(tokens);
      String types = id.name().substring(RoutineNames.bare(id).length());
      move(id, id.withName(to.plain() + types), to, changes);
      return true;
    }
    if (tokens.accept("set", "schema")) {
      Named to = Named.readGlobal(tokens);
      Names.requireSchema(to.plain(), to.at(), changes.context());
      ObjectId there = id.withSchema(to.plain());
      if (!there.equals(id)) {
        move(id, there, to, changes);
      }
      return true;
    }
    return false;
  }

  private static void move(ObjectId from, ObjectId to, Named at, Changes changes) {
    if (Routines.same(to, changes.objects()).isPresent()) {
      throw new RejectedException(
          "function " + to.name() + " already exists in schema \"" + to.schema() + "\"", at.at());
    }
    Renames.rename(from, to, changes);
  }

  private static Routine attributes(TokenReader tokens, Routine routine, Context context) {
    var options = new RoutineOptions(routine.settings());
    while (!tokens.atEnd()) {
      if (!options.accept(tokens, context)) {
        tokens.expect("restrict");
      }
    }
    return new Routine(
        routine.id(),
        routine.parameters(),
        routine.returns(),
        routine.returnsSet(),
        routine.language(),
        routine.body(),
        routine.standardBody(),
        options.volatility.orElse(routine.volatility()),
        options.strict.orElse(routine.strict()),
        options.securityDefiner.orElse(routine.securityDefiner()),
        options.leakproof.orElse(routine.leakproof()),
        routine.window(),
        options.parallel.orElse(routine.parallel()),
        options.cost.orElse(routine.cost()),
        options.rows.orElse(routine.rows()),
        options.support.or(routine::support),
        options.settings);
  }
}
