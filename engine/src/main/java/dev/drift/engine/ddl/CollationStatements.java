package dev.drift.engine.ddl;

import dev.drift.engine.model.Collation;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** {@code CREATE} and {@code ALTER COLLATION} (collationcmds.c). */
final class CollationStatements {
  private static final int CANONICAL_LOCALES = 16;

  private CollationStatements() {}

  /** {@code CREATE COLLATION [IF NOT EXISTS] name (options) | FROM other}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "collation");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Named name = Named.read(tokens);
    ObjectId id = ObjectId.of(Kind.COLLATION, name.creationSchema(context), name.plain());
    Collation collation =
        tokens.accept("from")
            ? copy(id, Named.read(tokens), context)
            : defined(id, Definition.read(tokens, context), context);
    var changes = new Changes(context);
    if (!context.objects().contains(id)) {
      changes.create(collation);
    } else if (!ifNotExists) {
      throw Existing.taken(
          id, "collation \"" + name.plain() + "\" already exists", name.at(), context);
    }
    return changes.effects();
  }

  private static Collation defined(ObjectId id, Definition options, Context context) {
    if (options.has("from")) {
      return copy(id, options.named("from").orElseThrow(), context);
    }
    String provider = options.word("provider").orElse("libc");
    String locale = options.text("locale").orElse("");
    boolean libc = provider.equals("libc");
    boolean icu = provider.equals("icu");
    String other = icu ? options.text("lc_collate").orElse(locale) : locale;
    return new Collation(
        id,
        provider,
        libc ? options.text("lc_collate").orElse(locale) : "",
        libc ? options.text("lc_ctype").orElse(locale) : "",
        icu ? icuLocale(other, context) : libc ? "" : other,
        options.text("rules").orElse(""),
        options.flag("deterministic", true),
        false);
  }

  /** From PostgreSQL 16 on an ICU locale is kept as a language tag (icu_language_tag). */
  private static String icuLocale(String locale, Context context) {
    return context.session().serverMajor() < CANONICAL_LOCALES ? locale : LocaleTags.of(locale);
  }

  private static Collation copy(ObjectId id, Named from, Context context) {
    Optional<Collation> known =
        Names.first(from.name(), context, object -> object instanceof Collation)
            .map(Collation.class::cast);
    if (known.isPresent()) {
      Collation other = known.get();
      return new Collation(
          id,
          other.provider(),
          other.collate(),
          other.ctype(),
          other.locale(),
          other.rules(),
          other.deterministic(),
          other.anyEncoding());
    }
    String name = from.plain();
    if (name.endsWith("-x-icu")) {
      String locale = name.substring(0, name.length() - "-x-icu".length());
      return new Collation(id, "icu", "", "", locale, "", true, false);
    }
    boolean plain = name.equals("C") || name.equals("POSIX");
    return new Collation(id, "libc", name, name, "", "", true, plain);
  }

  /** {@code ALTER COLLATION name REFRESH VERSION | RENAME TO | OWNER TO | SET SCHEMA}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "collation");
    Named name = Named.read(tokens);
    if (tokens.accept("refresh", "version")) {
      return new Decision.NoSchemaEffect();
    }
    SchemaObject collation =
        Names.first(name.name(), context, object -> object.id().kind() == Kind.COLLATION)
            .orElseThrow(() -> SchemaNames.unknown(name, Kind.COLLATION, context));
    var changes = new Changes(context);
    Moves.orOwner(tokens, collation, changes);
    return changes.effects();
  }
}
