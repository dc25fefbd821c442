package dev.drift.engine.ddl;

import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Schema;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code CREATE}, {@code ALTER} and {@code DROP EXTENSION} (extension.c). */
final class ExtensionStatements {
  private static final String BUILT_IN = "plpgsql";

  private ExtensionStatements() {}

  /** {@code CREATE EXTENSION [IF NOT EXISTS] name [WITH] [SCHEMA s] [VERSION v] [CASCADE]}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "extension");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    return create(Named.readGlobal(tokens), ifNotExists, tokens, context);
  }

  /** As above, from behind the name on. */
  static Decision create(
      Named extension, boolean ifNotExists, TokenReader tokens, Context context) {
    if (extension.plain().equals(BUILT_IN) || find(extension.plain(), context).isPresent()) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw new RejectedException(
          "extension \"" + extension.plain() + "\" already exists", extension.at());
    }
    Options options = options(tokens);
    var changes = new Changes(context);
    install(extension, options, changes);
    return changes.effects();
  }

  private record Options(Optional<Named> schema, boolean cascade) {}

  private static Options options(TokenReader tokens) {
    tokens.accept("with");
    Optional<Named> schema = Optional.empty();
    boolean cascade = false;
    while (!tokens.atEnd()) {
      if (tokens.accept("schema")) {
        schema = Optional.of(Named.readGlobal(tokens));
      } else if (tokens.accept("version") || tokens.accept("from")) {
        tokens.next();
      } else {
        tokens.expect("cascade");
        cascade = true;
      }
    }
    return new Options(schema, cascade);
  }

  private static void install(Named extension, Options options, Changes changes) {
    if (options.cascade()) {
      for (String needed : ExtensionFacts.requires(extension.plain())) {
        if (find(needed, changes.context()).isEmpty()) {
          Token at = extension.at();
          var name = new QualifiedName("", needed);
          install(new Named(name, at), options, changes);
        }
      }
    }
    String schema = schema(extension, options, changes);
    changes.create(
        new Extension(
            ObjectId.global(Kind.EXTENSION, extension.plain()),
            schema,
            new Ownership(changes).ofNew(schema)));
  }

  private static String schema(Named extension, Options options, Changes changes) {
    Optional<String> fixed = ExtensionFacts.schema(extension.plain());
    Context context = changes.context();
    if (fixed.isPresent()) {
      if (!Names.schemaExists(fixed.get(), context)) {
        changes.create(new Schema(ObjectId.global(Kind.SCHEMA, fixed.get())));
      }
      return fixed.get();
    }
    if (options.schema().isPresent()) {
      Named wanted = options.schema().get();
      Names.requireSchema(wanted.plain(), wanted.at(), context);
      return wanted.plain();
    }
    return extension.creationSchema(context);
  }

  private static Optional<Extension> find(String name, Context context) {
    return context.objects().find(ObjectId.global(Kind.EXTENSION, name), Extension.class);
  }

  /** {@code ALTER EXTENSION name SET SCHEMA s | UPDATE [TO v] | ADD … | DROP …}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "extension");
    Named name = Named.readGlobal(tokens);
    Optional<Extension> extension = find(name.plain(), context);
    if (extension.isEmpty()) {
      if (name.plain().equals(BUILT_IN)) {
        return new Decision.Effects(List.of());
      }
      throw Names.unknown(
          name.name(), "extension \"" + name.plain() + "\" does not exist", name.at(), context);
    }
    var changes = new Changes(context);
    if (tokens.accept("set", "schema")) {
      Named schema = Named.readGlobal(tokens);
      Names.requireSchema(schema.plain(), schema.at(), context);
      changes.alter(
          extension.get(),
          new Extension(extension.get().id(), schema.plain(), extension.get().memberGrants()));
    } else if (!tokens.accept("update") && !tokens.accept("add")) {
      tokens.expect("drop");
    }
    return changes.effects();
  }
}
