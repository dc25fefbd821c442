package dev.drift.engine.catalog;

import dev.drift.engine.canon.Commands;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** {@code pg_rewrite} to {@link RewriteRule}, but for the rules that are views. */
final class RuleReader implements CatalogReader {
  @Override
  public String family() {
    return "rules";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .ownRelation(row.text("relation"))
          .ifPresent(
              relation ->
                  reading.add("pg_rewrite", row.text("oid"), rule(row, relation.id(), reading)));
    }
  }

  private static RewriteRule rule(CatalogRow row, ObjectId relation, Reading reading) {
    String definition = row.text("definition");
    var tokens = new TokenReader(Tokenizer.tokenize(definition));
    while (!tokens.at("where") && !tokens.at("do")) {
      tokens.next();
    }
    Optional<Expression> condition = condition(tokens, definition);
    tokens.expect("do");
    tokens.accept("instead");
    SortedSet<ObjectId> uses = ViewReader.uses(row, reading);
    List<Query> commands =
        Commands.split(tokens).stream()
            .map(command -> new Query(Commands.text(command), true, uses))
            .toList();
    return new RewriteRule(
        relation.child(Kind.RULE, row.text("name")),
        event(row.text("event")),
        row.flag("instead"),
        condition,
        commands,
        Codes.enabled(row.text("enabled")));
  }

  private static Optional<Expression> condition(TokenReader tokens, String definition) {
    if (!tokens.accept("where")) {
      return Optional.empty();
    }
    int from = tokens.mark();
    while (!tokens.at("do")) {
      tokens.next();
    }
    List<Token> condition = tokens.since(from);
    return Optional.of(
        Deparsed.expression(
            definition.substring(condition.getFirst().offset(), condition.getLast().end())));
  }

  private static String event(String code) {
    return switch (code) {
      case "1" -> "select";
      case "2" -> "update";
      case "3" -> "insert";
      default -> "delete";
    };
  }
}
