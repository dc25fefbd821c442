package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Set;

/** Names of languages, which may be written as strings, and which languages there are. */
final class LanguageNames {
  /** Those that every database has, besides plpgsql. */
  private static final Set<String> EVERYWHERE = Set.of("internal", "c", "sql");

  private LanguageNames() {}

  /** Reads {@code name} or {@code 'name'}, which is not folded. */
  static Named read(TokenReader tokens) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a language"));
    String name = at.type() == Token.Type.STRING ? tokens.string() : tokens.name();
    return new Named(new QualifiedName("", name), at);
  }

  static ObjectId id(Named language) {
    return ObjectId.global(Kind.LANGUAGE, language.plain());
  }

  /** Rejects, or leaves as opaque, if there is no such language. */
  static String require(Named language, Context context) {
    if (!mayBe(language, context)) {
      throw Names.unknown(language.name(), missing(language), language.at(), context);
    }
    return language.plain();
  }

  static String missing(Named language) {
    return "language \"" + language.plain() + "\" does not exist";
  }

  /**
   * {@return whether there is such a language, or an extension may have brought it: the database
   * may have had one from the start, by its name}
   */
  static boolean mayBe(Named language, Context context) {
    return language.plain().startsWith("pl")
        || EVERYWHERE.contains(language.plain())
        || context.objects().contains(id(language))
        || context.objects().ofKind(Kind.EXTENSION).stream()
            .anyMatch(extension -> extension.id().name().startsWith("pl"));
  }
}
