package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The UPDATEs with which migrations make rows fit a check before they add it. */
public final class RowCures {
  /**
   * An UPDATE.
   *
   * @param set columns to expressions, as written
   * @param where the condition as written; {@code true} without one
   */
  public record Cure(SortedMap<String, String> set, String where) {
    /** {@return what follows SET} */
    public String assignments() {
      return set.entrySet().stream()
          .map(each -> Identifiers.quote(each.getKey()) + " = (" + each.getValue() + ")")
          .collect(Collectors.joining(", "));
    }
  }

  private final Map<ObjectId, List<Cure>> updates = new HashMap<>();
  private final SortedMap<ObjectId, List<Cure>> cures = new TreeMap<>();

  /** Takes note of an UPDATE. */
  void follow(RowChange.Updated updated, List<Token> statement) {
    var set = new TreeMap<String, String>();
    updated.set().forEach((column, setting) -> set.put(column, setting.sql()));
    int where = first(statement, "where", 0);
    if (first(statement, "from", 0) < where || first(statement, "returning", 0) < where) {
      return;
    }
    int end = first(statement, "returning", where);
    String condition =
        where == statement.size()
            ? "true"
            : statement.subList(where + 1, end).stream()
                .map(Token::text)
                .collect(Collectors.joining(" "));
    updates
        .computeIfAbsent(updated.table(), table -> new ArrayList<>())
        .add(new Cure(set, condition));
  }

  /** Takes note of a table that is gone. */
  void forget(ObjectId table) {
    updates.remove(table);
  }

  /** {@return where the word first stands outside of parentheses; the end if it does not} */
  private static int first(List<Token> statement, String word, int from) {
    int depth = 0;
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (i >= from && depth == 0 && token.is(word)) {
        return i;
      }
    }
    return statement.size();
  }

  /** Takes note of a check that is added. */
  void follow(Check check) {
    ObjectId table = Rewriter.owner(check.id());
    List<Cure> before =
        updates.getOrDefault(table, List.of()).stream()
            .filter(cure -> !Expressions.columns(check.expression(), cure.set().keySet()).isEmpty())
            .toList();
    if (!before.isEmpty()) {
      cures.put(check.id(), before);
    }
  }

  /**
   * {@return by check the UPDATEs that can be run on a table of {@code actual} on its way to {@code
   * target}}
   */
  SortedMap<ObjectId, List<Cure>> usable(SchemaModel target, SchemaModel actual) {
    var usable = new TreeMap<ObjectId, List<Cure>>();
    cures.forEach(
        (check, updatesBefore) -> {
          ObjectId table = Rewriter.owner(check);
          Set<String> columns =
              actual.childrenOf(table).stream()
                  .filter(column -> isSame(column, target))
                  .map(column -> column.id().name())
                  .collect(Collectors.toSet());
          if (columns.containsAll(used(check, table, target))
              && updatesBefore.stream().allMatch(cure -> isPlain(cure, table, columns, actual))) {
            usable.put(check, updatesBefore);
          }
        });
    return usable;
  }

  private static boolean isSame(SchemaObject object, SchemaModel target) {
    return object instanceof Column column
        && target
            .find(column.id(), Column.class)
            .filter(later -> later.type().equals(column.type()))
            .isPresent();
  }

  private static Set<String> used(ObjectId check, ObjectId table, SchemaModel target) {
    return target
        .find(check, Check.class)
        .<Set<String>>map(found -> Expressions.columns(found.expression(), columns(table, target)))
        .orElse(Set.of(""));
  }

  private static List<String> columns(ObjectId table, SchemaModel model) {
    return model.childrenOf(table).stream()
        .filter(Column.class::isInstance)
        .map(column -> column.id().name())
        .toList();
  }

  private static boolean isPlain(
      Cure cure, ObjectId table, Set<String> columns, SchemaModel actual) {
    return columns.containsAll(cure.set().keySet())
        && RowValue.isPlain(Tokenizer.tokenize(cure.where()), table.name(), columns, actual)
        && cure.set().values().stream()
            .allMatch(
                value ->
                    RowValue.isPlain(Tokenizer.tokenize(value), table.name(), columns, actual));
  }
}
