package dev.drift.engine.plan.rule;

import dev.drift.engine.model.TextSearchParser;
import java.util.SortedMap;
import java.util.TreeMap;

/** Text search parsers, which can only be made anew. */
final class TextSearchParserRule extends DefinedRule<TextSearchParser> {
  @Override
  String definition(TextSearchParser parser) {
    return "CREATE TEXT SEARCH PARSER "
        + Sql.name(parser.id())
        + " (\n  START = "
        + Addresses.routineName(parser.start())
        + ",\n  GETTOKEN = "
        + Addresses.routineName(parser.token())
        + ",\n  END = "
        + Addresses.routineName(parser.end())
        + parser.headline().map(name -> ",\n  HEADLINE = " + Addresses.routineName(name)).orElse("")
        + ",\n  LEXTYPES = "
        + Addresses.routineName(parser.types())
        + "\n)";
  }

  @Override
  String row(TextSearchParser parser) {
    return row("pg_ts_parser", "prs", parser.id());
  }

  @Override
  SortedMap<String, String> shape(TextSearchParser parser) {
    var shape = new TreeMap<String, String>();
    shape.put("start", calls("o.prsstart", parser.start()));
    shape.put("token", calls("o.prstoken", parser.token()));
    shape.put("end", calls("o.prsend", parser.end()));
    shape.put("types", calls("o.prslextype", parser.types()));
    shape.put("headline", calls("o.prsheadline", parser.headline()));
    return shape;
  }
}
