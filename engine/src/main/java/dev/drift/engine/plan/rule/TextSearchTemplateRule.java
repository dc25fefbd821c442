package dev.drift.engine.plan.rule;

import dev.drift.engine.model.TextSearchTemplate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Text search templates, which can only be made anew. */
final class TextSearchTemplateRule extends DefinedRule<TextSearchTemplate> {
  @Override
  String definition(TextSearchTemplate template) {
    return "CREATE TEXT SEARCH TEMPLATE "
        + Sql.name(template.id())
        + " ("
        + template.init().map(name -> "INIT = " + Addresses.routineName(name) + ", ").orElse("")
        + "LEXIZE = "
        + Addresses.routineName(template.lexize())
        + ")";
  }

  @Override
  String row(TextSearchTemplate template) {
    return row("pg_ts_template", "tmpl", template.id());
  }

  @Override
  SortedMap<String, String> shape(TextSearchTemplate template) {
    var shape = new TreeMap<String, String>();
    shape.put("init", calls("o.tmplinit", template.init()));
    shape.put("lexize", calls("o.tmpllexize", template.lexize()));
    return shape;
  }
}
