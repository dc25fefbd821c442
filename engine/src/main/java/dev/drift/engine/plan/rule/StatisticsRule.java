package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Extended statistics: dropped and created when more than their target changes. */
final class StatisticsRule implements Rule<Statistics> {
  private static final Map<String, String> KINDS =
      Map.of("ndistinct", "d", "dependencies", "f", "mcv", "m");

  @Override
  public List<Action> create(Statistics statistics, Scene scene) {
    String kinds =
        statistics.kinds().isEmpty() || statistics.kinds().size() == KINDS.size()
            ? ""
            : " (" + String.join(", ", statistics.kinds()) + ")";
    String elements =
        Stream.concat(
                statistics.columns().stream().map(name -> quote(name)),
                statistics.expressions().stream().map(e -> "(" + e + ")"))
            .collect(Collectors.joining(", "));
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE STATISTICS "
            + Sql.name(statistics.id())
            + kinds
            + " ON "
            + elements
            + " FROM "
            + Sql.name(statistics.relation()));
    statistics.statisticsTarget().ifPresent(target -> statements.add(target(statistics)));
    return List.of(
        Action.of(
                Verb.CREATE,
                statistics.id(),
                "create " + statistics.id(),
                Sql.statements(statements))
            .resolvingNames()
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .when("NOT " + has(statistics, "true")));
  }

  @Override
  public List<Action> drop(Statistics statistics, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                statistics.id(),
                "drop " + statistics.id(),
                "DROP STATISTICS " + Sql.name(statistics.id()))
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .when(has(statistics, "true")));
  }

  @Override
  public Change change(Statistics before, Statistics after, Set<String> attributes, Scene scene) {
    if (attributes.equals(Set.of("statisticsTarget"))) {
      return new Change.InPlace(
          List.of(
              Action.of(
                      Verb.ALTER,
                      after.id(),
                      "set the statistics target of " + after.id(),
                      target(after))
                  .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
                  .when(
                      has(
                          before,
                          "coalesce(s.stxstattarget, -1) = "
                              + before.statisticsTarget().orElse(-1)))));
    }
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      old.add(
          switch (attribute) {
            case "relation" ->
                "s.stxrelid = "
                    + Shape.relation(before.relation().schema(), before.relation().name());
            case "columns" ->
                "ARRAY(SELECT a.attname::text FROM unnest(s.stxkeys::int2[]) u JOIN pg_attribute a"
                    + " ON a.attrelid = s.stxrelid AND a.attnum = u ORDER BY 1) = ARRAY(SELECT x"
                    + " FROM unnest("
                    + Shape.textArray(before.columns())
                    + ") x ORDER BY 1)";
            case "kinds" ->
                "ARRAY(SELECT k::text FROM unnest(s.stxkind) k WHERE k <> 'e' ORDER BY 1) = "
                    + Shape.textArray(
                        before.kinds().stream()
                            .map(kind -> KINDS.getOrDefault(kind, kind))
                            .sorted()
                            .toList());
            case "expressions" ->
                Shape.wordsAre(
                    "array_to_string(pg_get_statisticsobjdef_expressions(s.oid), '')",
                    before.expressions().stream()
                        .map(Expression::sql)
                        .collect(Collectors.joining()));
            default -> "true";
          });
    }
    return new Change.Rebuild(has(before, Shape.all(old)), false);
  }

  private static String target(Statistics statistics) {
    return "ALTER STATISTICS "
        + Sql.name(statistics.id())
        + " SET STATISTICS "
        + statistics.statisticsTarget().orElse(-1);
  }

  private static String has(Statistics statistics, String condition) {
    return "EXISTS (SELECT FROM pg_statistic_ext s WHERE s.stxnamespace = to_regnamespace("
        + literal(quote(statistics.id().schema()))
        + ") AND s.stxname = "
        + literal(statistics.id().name())
        + (condition.equals("true") ? "" : "\n   AND " + condition)
        + ")";
  }
}
