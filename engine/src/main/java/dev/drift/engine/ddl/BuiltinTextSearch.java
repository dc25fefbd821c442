package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TextSearchConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The text search configurations that every server has (snowball_create.pl). */
final class BuiltinTextSearch {
  private static final Set<String> ASCII_WORDS =
      Set.of("asciihword", "asciiword", "hword_asciipart");
  private static final Set<String> WORDS = Set.of("hword", "hword_part", "word");
  private static final Set<String> OTHERS =
      Set.of(
          "email",
          "file",
          "float",
          "host",
          "hword_numpart",
          "int",
          "numhword",
          "numword",
          "sfloat",
          "uint",
          "url",
          "url_path",
          "version");

  /** Languages in another script, whose ASCII words are taken for English ones. */
  private static final Set<String> WITH_ENGLISH = Set.of("hindi", "russian");

  private static final Set<String> LANGUAGES =
      Set.of(
          "arabic",
          "armenian",
          "basque",
          "catalan",
          "danish",
          "dutch",
          "english",
          "estonian",
          "finnish",
          "french",
          "german",
          "greek",
          "hindi",
          "hungarian",
          "indonesian",
          "irish",
          "italian",
          "lithuanian",
          "nepali",
          "norwegian",
          "portuguese",
          "romanian",
          "russian",
          "serbian",
          "simple",
          "spanish",
          "swedish",
          "tamil",
          "turkish",
          "yiddish");

  private BuiltinTextSearch() {}

  /** {@return the configuration of that name in pg_catalog} */
  static Optional<TextSearchConfiguration> configuration(String language) {
    if (!LANGUAGES.contains(language)) {
      return Optional.empty();
    }
    var mappings = new TreeMap<String, List<QualifiedName>>();
    List<QualifiedName> simple = List.of(own("simple"));
    boolean plain = language.equals("simple");
    List<QualifiedName> stem = plain ? simple : List.of(own(language + "_stem"));
    List<QualifiedName> ascii =
        WITH_ENGLISH.contains(language) ? List.of(own("english_stem")) : stem;
    OTHERS.forEach(token -> mappings.put(token, simple));
    WORDS.forEach(token -> mappings.put(token, stem));
    ASCII_WORDS.forEach(token -> mappings.put(token, ascii));
    ObjectId id = ObjectId.of(Kind.TEXT_SEARCH_CONFIGURATION, "pg_catalog", language);
    return Optional.of(new TextSearchConfiguration(id, own("default"), mappings));
  }

  private static QualifiedName own(String name) {
    return new QualifiedName("pg_catalog", name);
  }
}
