package dev.drift.engine.ddl;

import dev.drift.engine.model.EventTrigger;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.TokenReader;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code CREATE} and {@code ALTER EVENT TRIGGER} (event_trigger.c). */
final class EventTriggerStatements {
  private EventTriggerStatements() {}

  /** {@code CREATE EVENT TRIGGER name ON event [WHEN TAG IN (…)] EXECUTE FUNCTION f()}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "event", "trigger");
    Named name = Named.readGlobal(tokens);
    ObjectId id = GlobalObjects.requireFree(name, Kind.EVENT_TRIGGER, context);
    tokens.expect("on");
    String event = tokens.name();
    SortedSet<String> tags = new TreeSet<>();
    if (tokens.accept("when")) {
      do {
        tokens.expect("tag", "in");
        var list = new TokenReader(tokens.group());
        do {
          tags.add(list.string().toUpperCase(Locale.ROOT));
        } while (list.acceptSymbol(","));
      } while (tokens.accept("and"));
    }
    tokens.expect("execute");
    if (!tokens.accept("function")) {
      tokens.expect("procedure");
    }
    Named function = Named.read(tokens);
    tokens.group();
    var changes = new Changes(context);
    changes.create(
        new EventTrigger(
            id,
            event,
            tags,
            TriggerStatements.function(function, context),
            Trigger.Enabled.ORIGIN));
    return changes.effects();
  }

  /** {@code ALTER EVENT TRIGGER name DISABLE | ENABLE [REPLICA | ALWAYS] | RENAME | OWNER}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "event", "trigger");
    Named name = Named.readGlobal(tokens);
    var trigger = GlobalObjects.require(name, Kind.EVENT_TRIGGER, EventTrigger.class, context);
    var changes = new Changes(context);
    if (!GlobalObjects.renameOrOwner(tokens, trigger, changes)) {
      Trigger.Enabled state = TriggerStates.state(tokens);
      changes.alter(
          trigger,
          new EventTrigger(
              trigger.id(), trigger.event(), trigger.tags(), trigger.function(), state));
    }
    return changes.effects();
  }
}
