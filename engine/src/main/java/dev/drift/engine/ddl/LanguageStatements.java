package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.AccessMethod;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Language;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Transform;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** Languages, their transforms, and access methods (proclang.c, functioncmds.c, amcmds.c). */
final class LanguageStatements {
  private static final int EXTENSIONS = 13;
  private static final TypeName INTERNAL = TypeName.builtin("internal");

  private LanguageStatements() {}

  /**
   * {@code CREATE [OR REPLACE] [TRUSTED] [PROCEDURAL] LANGUAGE name HANDLER f [INLINE f] [VALIDATOR
   * f]}; without a handler the language is an extension (from 13 on).
   */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean replace = tokens.accept("or", "replace");
    boolean trusted = tokens.accept("trusted");
    tokens.accept("procedural");
    tokens.expect("language");
    Named name = LanguageNames.read(tokens);
    var changes = new Changes(context);
    if (!tokens.accept("handler")) {
      return context.session().serverMajor() < EXTENSIONS || name.plain().equals("plpgsql")
          ? changes.effects()
          : ExtensionStatements.create(name, replace, tokens, context);
    }
    QualifiedName handler = Referents.routine(Names.read(tokens), List.of(), context);
    Optional<QualifiedName> inline =
        tokens.accept("inline")
            ? Optional.of(Referents.routine(Names.read(tokens), List.of(INTERNAL), context))
            : Optional.empty();
    Optional<QualifiedName> validator =
        !tokens.accept("no", "validator") && tokens.accept("validator")
            ? Optional.of(
                Referents.routine(Names.read(tokens), List.of(TypeName.builtin("oid")), context))
            : Optional.empty();
    ObjectId id = LanguageNames.id(name);
    Optional<SchemaObject> before = context.objects().find(id);
    var language = new Language(id, trusted, handler, inline, validator);
    if (before.isPresent() && !replace) {
      throw new RejectedException("language \"" + name.plain() + "\" already exists", name.at());
    }
    before.ifPresentOrElse(
        existing -> changes.alter(existing, language), () -> changes.create(language));
    return changes.effects();
  }

  /** {@code ALTER [PROCEDURAL] LANGUAGE name RENAME TO | OWNER TO}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter");
    tokens.accept("procedural");
    tokens.expect("language");
    Named name = LanguageNames.read(tokens);
    LanguageNames.require(name, context);
    var changes = new Changes(context);
    context
        .objects()
        .find(LanguageNames.id(name))
        .ifPresent(language -> GlobalObjects.renameOrOwner(tokens, language, changes));
    return changes.effects();
  }

  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop");
    tokens.accept("procedural");
    tokens.expect("language");
    int start = tokens.mark();
    tokens.accept("if", "exists");
    Named first = LanguageNames.read(tokens);
    boolean own = context.objects().contains(LanguageNames.id(first));
    if (!own && LanguageNames.mayBe(first, context)) {
      return new Decision.Effects(List.of());
    }
    tokens.reset(start);
    return Drops.decide(
        tokens,
        context,
        (t, c) -> {
          Named name = LanguageNames.read(t);
          return new Drops.Target(
              c.objects().find(LanguageNames.id(name)), name, LanguageNames.missing(name));
        });
  }

  /** {@code CREATE ACCESS METHOD name TYPE INDEX | TABLE HANDLER f}. */
  static Decision createMethod(TokenReader tokens, Context context) {
    tokens.expect("create", "access", "method");
    Named name = Named.readGlobal(tokens);
    tokens.expect("type");
    String type = tokens.next().value();
    tokens.expect("handler");
    QualifiedName handler = Referents.routine(Names.read(tokens), List.of(INTERNAL), context);
    ObjectId id = ObjectId.global(Kind.ACCESS_METHOD, name.plain());
    if (context.objects().contains(id)) {
      throw new RejectedException(
          "access method \"" + name.plain() + "\" already exists", name.at());
    }
    var changes = new Changes(context);
    changes.create(new AccessMethod(id, type, handler));
    return changes.effects();
  }

  static Decision dropMethod(TokenReader tokens, Context context) {
    tokens.expect("drop", "access", "method");
    return Drops.decide(tokens, context, (t, c) -> Drops.global(t, c, Kind.ACCESS_METHOD));
  }

  /** {@code CREATE [OR REPLACE] TRANSFORM FOR type LANGUAGE name (…)}. */
  static Decision createTransform(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean replace = tokens.accept("or", "replace");
    tokens.expect("transform");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("FOR"));
    tokens.expect("for");
    TypeName type = Types.read(tokens, context.scope());
    tokens.expect("language");
    String language = LanguageNames.require(LanguageNames.read(tokens), context);
    var body = new TokenReader(tokens.group());
    Optional<QualifiedName> from = Optional.empty();
    Optional<QualifiedName> to = Optional.empty();
    do {
      boolean isFrom = body.accept("from", "sql");
      if (!isFrom) {
        body.expect("to", "sql");
      }
      body.expect("with", "function");
      var function = Optional.of(Referents.routine(body, List.of(INTERNAL), context));
      from = isFrom ? function : from;
      to = isFrom ? to : function;
    } while (body.acceptSymbol(","));
    ObjectId id = transform(type, language);
    var transform = new Transform(id, type, language, from, to);
    var changes = new Changes(context);
    Optional<SchemaObject> before = context.objects().find(id);
    if (before.isPresent() && !replace) {
      throw new RejectedException(
          "transform for type " + type.name() + " language \"" + language + "\" already exists",
          at);
    }
    before.ifPresentOrElse(
        existing -> changes.alter(existing, transform), () -> changes.create(transform));
    return changes.effects();
  }

  private static ObjectId transform(TypeName type, String language) {
    return ObjectId.global(Kind.TRANSFORM, Types.argument(type) + " LANGUAGE " + language);
  }

  /** Reads {@code FOR type LANGUAGE name}. {@return the transform's id} */
  static ObjectId transform(TokenReader tokens, Context context) {
    tokens.expect("for");
    TypeName type = Types.read(tokens, context.scope());
    tokens.expect("language");
    return transform(type, LanguageNames.read(tokens).plain());
  }

  static Decision dropTransform(TokenReader tokens, Context context) {
    tokens.expect("drop", "transform");
    return Drops.decide(
        tokens,
        context,
        (t, c) -> {
          Token at = t.peek().orElseThrow(() -> t.unexpected("FOR"));
          ObjectId id = transform(t, c);
          return new Drops.Target(
              c.objects().find(id),
              new Named(new QualifiedName("", id.name()), at),
              "transform for type " + id.name() + " does not exist");
        });
  }
}
