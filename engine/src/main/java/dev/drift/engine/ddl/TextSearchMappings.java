package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The mappings of a text search configuration (AlterTSConfiguration in tsearchcmds.c):
 *
 * <pre>
 * ADD | ALTER MAPPING FOR token, … WITH dictionary, …
 * ALTER MAPPING [FOR token, …] REPLACE old WITH new
 * DROP MAPPING [IF EXISTS] FOR token, …
 * </pre>
 */
final class TextSearchMappings {
  private final TokenReader tokens;
  private final Context context;
  private final SortedMap<String, List<QualifiedName>> mappings;

  private TextSearchMappings(
      TokenReader tokens, Context context, SortedMap<String, List<QualifiedName>> mappings) {
    this.tokens = tokens;
    this.context = context;
    this.mappings = mappings;
  }

  static TextSearchConfiguration altered(
      TokenReader tokens, TextSearchConfiguration configuration, Context context) {
    var mappings = new TreeMap<>(configuration.mappings());
    new TextSearchMappings(tokens, context, mappings).read();
    return new TextSearchConfiguration(configuration.id(), configuration.parser(), mappings);
  }

  private void read() {
    if (tokens.accept("drop", "mapping")) {
      tokens.accept("if", "exists");
      tokens.expect("for");
      names().forEach(mappings::remove);
      return;
    }
    boolean alter = tokens.accept("alter");
    if (!alter) {
      tokens.expect("add");
    }
    tokens.expect("mapping");
    Collection<String> types = tokens.accept("for") ? names() : List.copyOf(mappings.keySet());
    if (tokens.accept("replace")) {
      replace(types);
      return;
    }
    tokens.expect("with");
    var dictionaries = new ArrayList<QualifiedName>();
    do {
      dictionaries.add(dictionary());
    } while (tokens.acceptSymbol(","));
    types.forEach(type -> mappings.put(type, List.copyOf(dictionaries)));
  }

  private void replace(Collection<String> types) {
    QualifiedName old = dictionary();
    tokens.expect("with");
    QualifiedName replacement = dictionary();
    for (String type : types) {
      mappings.computeIfPresent(
          type,
          (key, list) -> list.stream().map(one -> one.equals(old) ? replacement : one).toList());
    }
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    do {
      names.add(tokens.name());
    } while (tokens.acceptSymbol(","));
    return names;
  }

  private QualifiedName dictionary() {
    return Referents.object(Kind.TEXT_SEARCH_DICTIONARY, Names.read(tokens), context);
  }
}
