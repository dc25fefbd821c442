package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** {@code ALTER TRIGGER name ON table RENAME TO new_name}. */
final class TriggerChanges {
  private TriggerChanges() {}

  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "trigger");
    Named name = Named.readGlobal(tokens);
    var changes = new Changes(context);
    SchemaObject trigger = TableParts.require(tokens, name, Kind.TRIGGER, context);
    if (tokens.accept("rename", "to")) {
      Named to = Named.readGlobal(tokens);
      ObjectId id = trigger.id().withName(to.plain());
      Optional<SchemaObject> other = context.objects().find(id);
      if (other.isPresent()) {
        throw new RejectedException(
            "trigger \"" + to.plain() + "\" for relation \"" + id.parent() + "\" already exists",
            to.at());
      }
      Renames.rename(trigger.id(), id, changes);
      if (context.session().serverMajor() >= 15) {
        for (SchemaObject copy : PartitionParts.copies(id, changes.objects())) {
          Renames.rename(copy.id(), copy.id().withName(to.plain()), changes);
        }
      }
    } else if (!ExtensionDependencies.decide(tokens, trigger.id(), changes)) {
      throw tokens.unexpected("RENAME or DEPENDS");
    }
    return changes.effects();
  }
}
