package dev.drift.engine.ddl;

import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** {@code [NO] DEPENDS ON EXTENSION name} (alter.c, ExecAlterObjectDependsStmt). */
final class ExtensionDependencies {
  private ExtensionDependencies() {}

  /** Decides the action if it comes next. {@return whether it did} */
  static boolean decide(TokenReader tokens, ObjectId target, Changes changes) {
    boolean no = tokens.accept("no", "depends", "on", "extension");
    if (!no && !tokens.accept("depends", "on", "extension")) {
      return false;
    }
    Named extension = Named.readGlobal(tokens);
    if (!changes.objects().contains(ObjectId.global(Kind.EXTENSION, extension.plain()))) {
      throw Names.unknown(
          extension.name(),
          "extension \"" + extension.plain() + "\" does not exist",
          extension.at(),
          changes.context());
    }
    var dependency = ExtensionDependency.of(target, extension.plain());
    Optional<SchemaObject> known = changes.objects().find(dependency.id());
    if (no) {
      known.ifPresent(changes::drop);
    } else if (known.isEmpty()) {
      changes.create(dependency);
    }
    return true;
  }
}
