package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.model.TextSearchParser;
import dev.drift.engine.model.TextSearchTemplate;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE}, {@code ALTER} and {@code DROP TEXT SEARCH …} (tsearchcmds.c). */
final class TextSearchStatements {
  private TextSearchStatements() {}

  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "text", "search");
    Kind kind = kind(tokens);
    Named name = Named.read(tokens);
    ObjectId id = ObjectId.of(kind, name.creationSchema(context), name.plain());
    if (context.objects().contains(id)) {
      throw Existing.taken(
          id, kind.words() + " \"" + name.plain() + "\" already exists", name.at(), context);
    }
    Definition options = Definition.read(tokens, context);
    var changes = new Changes(context);
    changes.create(
        switch (kind) {
          case TEXT_SEARCH_PARSER -> parser(id, name, options, context);
          case TEXT_SEARCH_TEMPLATE ->
              new TextSearchTemplate(
                  id,
                  options.named("init").map(function -> routine(function, 1, context)),
                  required("lexize", 4, name, options, context));
          case TEXT_SEARCH_DICTIONARY -> dictionary(id, name, options, context);
          default -> configuration(id, name, options, context);
        });
    return changes.effects();
  }

  private static Kind kind(TokenReader tokens) {
    if (tokens.accept("parser")) {
      return Kind.TEXT_SEARCH_PARSER;
    }
    if (tokens.accept("template")) {
      return Kind.TEXT_SEARCH_TEMPLATE;
    }
    if (tokens.accept("dictionary")) {
      return Kind.TEXT_SEARCH_DICTIONARY;
    }
    tokens.expect("configuration");
    return Kind.TEXT_SEARCH_CONFIGURATION;
  }

  /** All take only internal, but for the integer that start functions take second. */
  private static QualifiedName routine(Named function, int arguments, Context context) {
    return Referents.routine(
        function.name(), Collections.nCopies(arguments, TypeName.builtin("internal")), context);
  }

  private static QualifiedName required(
      String option, int arguments, Named name, Definition options, Context context) {
    return options
        .named(option)
        .map(function -> routine(function, arguments, context))
        .orElseThrow(
            () -> new RejectedException("text search " + option + " is required", name.at()));
  }

  private static TextSearchParser parser(
      ObjectId id, Named name, Definition options, Context context) {
    return new TextSearchParser(
        id,
        required("start", 2, name, options, context),
        required("gettoken", 3, name, options, context),
        required("end", 1, name, options, context),
        required("lextypes", 1, name, options, context),
        options.named("headline").map(function -> routine(function, 3, context)));
  }

  private static TextSearchDictionary dictionary(
      ObjectId id, Named name, Definition options, Context context) {
    QualifiedName template =
        options
            .named("template")
            .map(one -> Referents.object(Kind.TEXT_SEARCH_TEMPLATE, one.name(), context))
            .orElseThrow(
                () -> new RejectedException("text search template is required", name.at()));
    return new TextSearchDictionary(id, template, with(new TreeMap<>(), options));
  }

  /** Options without a value are taken away. */
  private static SortedMap<String, String> with(
      SortedMap<String, String> before, Definition options) {
    var after = new TreeMap<>(before);
    for (String option : options.entries().keySet()) {
      if (!option.equals("template")) {
        Optional<String> value = options.text(option);
        value.ifPresentOrElse(text -> after.put(option, text), () -> after.remove(option));
      }
    }
    return after;
  }

  private static TextSearchConfiguration configuration(
      ObjectId id, Named name, Definition options, Context context) {
    Optional<Named> copied = options.named("copy");
    if (copied.isPresent()) {
      Optional<TextSearchConfiguration> known =
          Names.first(
                  copied.get().name(), context, object -> object instanceof TextSearchConfiguration)
              .map(TextSearchConfiguration.class::cast)
              .or(() -> BuiltinTextSearch.configuration(copied.get().plain()));
      return known
          .map(other -> new TextSearchConfiguration(id, other.parser(), other.mappings()))
          .orElseThrow(
              () -> SchemaNames.unknown(copied.get(), Kind.TEXT_SEARCH_CONFIGURATION, context));
    }
    QualifiedName parser =
        options
            .named("parser")
            .map(one -> Referents.object(Kind.TEXT_SEARCH_PARSER, one.name(), context))
            .orElseThrow(() -> new RejectedException("text search parser is required", name.at()));
    return new TextSearchConfiguration(id, parser, new TreeMap<>());
  }

  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "text", "search");
    Kind kind = kind(tokens);
    SchemaObject object = SchemaNames.require(tokens, kind, context);
    var changes = new Changes(context);
    if (Moves.orOwner(tokens, object, changes)) {
      return changes.effects();
    }
    if (object instanceof TextSearchDictionary dictionary) {
      Definition options = Definition.read(tokens, context);
      changes.alter(
          dictionary,
          new TextSearchDictionary(
              dictionary.id(), dictionary.template(), with(dictionary.options(), options)));
    } else if (object instanceof TextSearchConfiguration configuration) {
      changes.alter(configuration, TextSearchMappings.altered(tokens, configuration, context));
    }
    return changes.effects();
  }

  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop", "text", "search");
    Kind kind = kind(tokens);
    return Drops.decide(tokens, context, (t, c) -> Drops.plain(t, c, kind));
  }

  /** Reads PARSER, TEMPLATE, DICTIONARY or CONFIGURATION and a name. {@return the object} */
  static SchemaObject require(TokenReader tokens, Context context) {
    return SchemaNames.require(tokens, kind(tokens), context);
  }
}
