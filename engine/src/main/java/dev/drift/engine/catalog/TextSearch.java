package dev.drift.engine.catalog;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Text search dictionaries and configurations of the texts that {@code definitions.sql} gives. */
final class TextSearch {
  private TextSearch() {}

  /** Reads the template, as {@code oid name}, and the options. */
  static TextSearchDictionary dictionary(ObjectId id, List<String> texts, Reading reading) {
    return new TextSearchDictionary(
        id, reading.referent("pg_ts_template", texts.get(0)), options(texts.get(1)));
  }

  /** {@code language = 'english', stopwords = 'english'} (serialize_deflist in tsearchcmds.c). */
  static SortedMap<String, String> options(String text) {
    var options = new TreeMap<String, String>();
    var tokens = new TokenReader(Tokenizer.tokenize(text));
    while (!tokens.atEnd()) {
      String name = tokens.name();
      tokens.expectSymbol("=");
      var value = new StringBuilder();
      while (!tokens.atEnd() && !tokens.acceptSymbol(",")) {
        Token token = tokens.next();
        value.append(token.type() == Token.Type.STRING ? token.value() : token.text());
      }
      options.put(name, value.toString());
    }
    return options;
  }

  /** Reads the parser, as {@code oid name}, and the mappings, {@code token oid name} each. */
  static TextSearchConfiguration configuration(ObjectId id, List<String> texts, Reading reading) {
    var mappings = new TreeMap<String, List<QualifiedName>>();
    for (String mapping : texts.subList(1, texts.size())) {
      int space = mapping.indexOf(' ');
      mappings
          .computeIfAbsent(mapping.substring(0, space), key -> new ArrayList<>())
          .add(reading.referent("pg_ts_dict", mapping.substring(space + 1)));
    }
    return new TextSearchConfiguration(
        id, reading.referent("pg_ts_parser", texts.get(0)), mappings);
  }
}
