package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Text search dictionaries; another template needs a new one. */
final class TextSearchDictionaryRule extends DefinedRule<TextSearchDictionary> {
  @Override
  String definition(TextSearchDictionary dictionary) {
    var options = new ArrayList<String>();
    options.add("TEMPLATE = " + Sql.name(dictionary.template()));
    dictionary
        .options()
        .forEach((name, value) -> options.add(quote(name) + " = " + literal(value)));
    return "CREATE TEXT SEARCH DICTIONARY "
        + Sql.name(dictionary.id())
        + " (\n  "
        + String.join(",\n  ", options)
        + "\n)";
  }

  @Override
  String row(TextSearchDictionary dictionary) {
    return row("pg_ts_dict", "dict", dictionary.id());
  }

  @Override
  SortedMap<String, String> shape(TextSearchDictionary dictionary) {
    var shape = new TreeMap<String, String>();
    String template = dictionary.template().name();
    shape.put("template", refersTo("o.dicttemplate", "pg_ts_template", "tmplname", template));
    return shape;
  }

  @Override
  public Change change(
      TextSearchDictionary before,
      TextSearchDictionary after,
      Set<String> attributes,
      Scene scene) {
    if (attributes.contains("template")) {
      return super.change(before, after, attributes, scene);
    }
    var options = new ArrayList<String>();
    before
        .options()
        .keySet()
        .forEach(
            name -> {
              if (!after.options().containsKey(name)) {
                options.add(quote(name));
              }
            });
    after.options().forEach((name, value) -> options.add(quote(name) + " = " + literal(value)));
    return new Change.InPlace(
        List.of(
            Action.of(
                    Verb.ALTER,
                    after.id(),
                    "change " + after.id(),
                    "ALTER TEXT SEARCH DICTIONARY "
                        + Sql.name(after.id())
                        + " ("
                        + String.join(", ", options)
                        + ")")
                .when(exists(after))));
  }
}
