package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.model.Language;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Languages, which are replaced. */
final class LanguageRule extends DefinedRule<Language> {
  @Override
  String definition(Language language) {
    return text("CREATE ", language);
  }

  private static String text(String verb, Language language) {
    return verb
        + (language.trusted() ? "TRUSTED " : "")
        + "LANGUAGE "
        + Sql.name(language.id())
        + " HANDLER "
        + Addresses.routineName(language.handler())
        + language.inline().map(name -> " INLINE " + Addresses.routineName(name)).orElse("")
        + language.validator().map(name -> " VALIDATOR " + Addresses.routineName(name)).orElse("");
  }

  @Override
  String row(Language language) {
    return "pg_language o WHERE o.lanname = " + literal(language.id().name());
  }

  @Override
  SortedMap<String, String> shape(Language language) {
    var shape = new TreeMap<String, String>();
    shape.put("trusted", flag("o.lanpltrusted", language.trusted()));
    shape.put("handler", calls("o.lanplcallfoid", language.handler()));
    shape.put("inline", calls("o.laninline", language.inline()));
    shape.put("validator", calls("o.lanvalidator", language.validator()));
    return shape;
  }

  @Override
  public Change change(Language before, Language after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(
        List.of(alter(before, after, attributes, text("CREATE OR REPLACE ", after))));
  }
}
