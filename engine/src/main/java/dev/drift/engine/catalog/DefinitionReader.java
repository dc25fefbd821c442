package dev.drift.engine.catalog;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.AccessMethod;
import dev.drift.engine.model.Cast;
import dev.drift.engine.model.Conversion;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Language;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TextSearchParser;
import dev.drift.engine.model.TextSearchTemplate;
import dev.drift.engine.model.Transform;
import dev.drift.engine.model.TypeName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The kinds that consist of little but names of functions: casts, conversions, transforms,
 * languages, access methods and what belongs to text search. Few databases have any, so they are
 * read together.
 */
final class DefinitionReader implements CatalogReader {
  /** Those after others that they name. */
  private static final List<String> LATE =
      List.of("text-search-dictionary", "text-search-configuration");

  @Override
  public String family() {
    return "definitions";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    List<CatalogRow> ordered =
        rows.stream()
            .sorted(Comparator.comparingInt(row -> LATE.indexOf(row.text("kind"))))
            .toList();
    for (CatalogRow row : ordered) {
      Optional<String> schema =
          row.text("schema").equals("0") ? Optional.of("") : reading.schema(row.text("schema"));
      schema.ifPresent(
          name ->
              reading.add(
                  row.text("catalog"), row.text("oid"), new Defined(row, name, reading).object()));
    }
  }

  private record Defined(CatalogRow row, String schema, Reading reading) {
    SchemaObject object() {
      List<String> texts = row.texts("texts");
      return switch (row.text("kind")) {
        case "cast" -> cast(texts);
        case "conversion" ->
            new Conversion(
                id(Kind.CONVERSION),
                texts.get(0),
                texts.get(1),
                required(0),
                texts.get(2).equals("true"));
        case "transform" -> transform(texts);
        case "language" ->
            new Language(
                id(Kind.LANGUAGE),
                texts.get(0).equals("true"),
                required(0),
                routine(1),
                routine(2));
        case "access-method" ->
            new AccessMethod(
                id(Kind.ACCESS_METHOD), texts.get(0).equals("t") ? "table" : "index", required(0));
        case "text-search-parser" ->
            new TextSearchParser(
                id(Kind.TEXT_SEARCH_PARSER),
                required(0),
                required(1),
                required(2),
                required(3),
                routine(4));
        case "text-search-template" ->
            new TextSearchTemplate(id(Kind.TEXT_SEARCH_TEMPLATE), routine(0), required(1));
        case "text-search-dictionary" ->
            TextSearch.dictionary(id(Kind.TEXT_SEARCH_DICTIONARY), texts, reading);
        default -> TextSearch.configuration(id(Kind.TEXT_SEARCH_CONFIGURATION), texts, reading);
      };
    }

    private ObjectId id(Kind kind) {
      return ObjectId.of(kind, schema, row.text("name"));
    }

    private Cast cast(List<String> texts) {
      TypeName source = reading.type(texts.get(0));
      TypeName target = reading.type(texts.get(1));
      return new Cast(
          ObjectId.global(Kind.CAST, Types.argument(source) + " AS " + Types.argument(target)),
          source,
          target,
          switch (texts.get(2)) {
            case "i" -> "inout";
            case "b" -> "binary";
            default -> "function";
          },
          routine(0),
          switch (texts.get(3)) {
            case "i" -> "implicit";
            case "a" -> "assignment";
            default -> "explicit";
          });
    }

    private Transform transform(List<String> texts) {
      TypeName type = reading.type(texts.get(0));
      String language = texts.get(1);
      return new Transform(
          ObjectId.global(Kind.TRANSFORM, Types.argument(type) + " LANGUAGE " + language),
          type,
          language,
          routine(0),
          routine(1));
    }

    private Optional<QualifiedName> routine(int place) {
      return Optional.of(row.texts("functions").get(place))
          .filter(reference -> !reference.isEmpty())
          .map(reference -> reading.referent("pg_proc", reference));
    }

    private QualifiedName required(int place) {
      return routine(place).orElseThrow(() -> new ConcurrentChange("functions"));
    }
  }
}
