package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Text search configurations and their mappings; another parser needs a new one. */
final class TextSearchConfigurationRule extends DefinedRule<TextSearchConfiguration> {
  @Override
  String definition(TextSearchConfiguration configuration) {
    return "CREATE TEXT SEARCH CONFIGURATION "
        + Sql.name(configuration.id())
        + " (PARSER = "
        + Sql.name(configuration.parser())
        + ")";
  }

  @Override
  public List<Action> create(TextSearchConfiguration configuration, Scene scene) {
    var actions = new ArrayList<>(super.create(configuration, scene));
    configuration
        .mappings()
        .forEach((token, names) -> actions.add(map(Verb.CREATE, configuration, token, names)));
    return actions;
  }

  @Override
  String row(TextSearchConfiguration configuration) {
    return row("pg_ts_config", "cfg", configuration.id());
  }

  @Override
  SortedMap<String, String> shape(TextSearchConfiguration configuration) {
    var shape = new TreeMap<String, String>();
    String parser = configuration.parser().name();
    shape.put("parser", refersTo("o.cfgparser", "pg_ts_parser", "prsname", parser));
    return shape;
  }

  @Override
  public Change change(
      TextSearchConfiguration before,
      TextSearchConfiguration after,
      Set<String> attributes,
      Scene scene) {
    if (attributes.contains("parser")) {
      return super.change(before, after, attributes, scene);
    }
    var actions = new ArrayList<Action>();
    var tokens = new TreeSet<>(before.mappings().keySet());
    tokens.addAll(after.mappings().keySet());
    for (String token : tokens) {
      List<QualifiedName> was = before.mappings().getOrDefault(token, List.of());
      List<QualifiedName> is = after.mappings().getOrDefault(token, List.of());
      if (is.isEmpty()) {
        actions.add(unmap(after, token));
      } else if (!was.equals(is)) {
        actions.add(map(Verb.ALTER, after, token, is));
      }
    }
    return new Change.InPlace(actions);
  }

  private Action unmap(TextSearchConfiguration configuration, String token) {
    return Action.of(
            Verb.ALTER,
            configuration.id(),
            "remove the mapping of " + token + " from " + configuration.id(),
            alter(configuration) + " DROP MAPPING FOR " + quote(token))
        .when("cardinality(" + mapped(configuration, token) + ") > 0");
  }

  private Action map(
      Verb verb, TextSearchConfiguration configuration, String token, List<QualifiedName> names) {
    String dictionaries = names.stream().map(Sql::name).collect(Collectors.joining(", "));
    String mapped = mapped(configuration, token);
    String wanted = Shape.textArray(names.stream().map(QualifiedName::name).toList());
    String action = verb == Verb.CREATE ? " ADD" : " ALTER";
    String statement =
        alter(configuration) + action + " MAPPING FOR " + quote(token) + " WITH " + dictionaries;
    return Action.of(
            verb, configuration.id(), "map " + token + " in " + configuration.id(), statement)
        .resolvingNames()
        .guarded(
            verb == Verb.CREATE
                ? Guard.when("cardinality(" + mapped + ") = 0").orElse(mapped + " = " + wanted)
                : Guard.when(mapped + " <> " + wanted));
  }

  private static String alter(TextSearchConfiguration configuration) {
    return "ALTER TEXT SEARCH CONFIGURATION " + Sql.name(configuration.id());
  }

  /** {@return the names of the dictionaries of that type of token, in their order} */
  private String mapped(TextSearchConfiguration configuration, String token) {
    return "ARRAY(SELECT d.dictname::text FROM pg_ts_config o JOIN pg_ts_config_map m ON m.mapcfg ="
        + " o.oid JOIN pg_ts_dict d ON d.oid = m.mapdict, ts_token_type(o.cfgparser) t WHERE "
        + row(configuration).replaceFirst("^pg_ts_config o WHERE ", "")
        + " AND t.tokid = m.maptokentype AND t.alias = "
        + literal(token)
        + " ORDER BY m.mapseqno)";
  }
}
