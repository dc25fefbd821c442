package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Mention;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Qualifies, token by token, the names in an expression that a search path had to resolve. */
final class Qualification {
  private final List<Token> tokens;
  private final Scope scope;
  private final Optional<ObjectId> table;
  private final Map<Integer, String> replacements = new HashMap<>();

  private Qualification(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    this.tokens = tokens;
    this.scope = scope;
    this.table = table;
  }

  /** {@return new text by token index, for {@link SourceText#of}} */
  static Map<Integer, String> of(
      List<Token> tokens, List<Mention> mentions, Scope scope, Optional<ObjectId> table) {
    var qualification = new Qualification(tokens, scope, table);
    mentions.forEach(qualification::qualify);
    return qualification.replacements;
  }

  /** {@return the same where no tree could be read: only what looks like a call} */
  static Map<Integer, String> of(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    var qualification = new Qualification(tokens, scope, table);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean first = i == 0 || !tokens.get(i - 1).isSymbol(".");
      if (first && tokens.get(i).isName() && tokens.get(i + 1).isSymbol("(")) {
        List<ObjectId> routines = Names.routines(List.of(tokens.get(i).value()), scope);
        qualification.replaceName(i, i + 1, routines);
      }
    }
    return qualification.replacements;
  }

  private void qualify(Mention mention) {
    switch (mention) {
      case Mention.OfColumn column -> column(column);
      case Mention.OfRoutine routine ->
          replaceName(
              routine.from(),
              routine.to(),
              Names.routines(routine.path(), routine.arguments(), scope));
      case Mention.OfType(TypeName type, int from, int to) -> {
        if (!type.schema().isEmpty() && !type.schema().equals("pg_catalog")) {
          replace(from, to, Types.sql(type));
        }
      }
      case Mention.OfRelationText(String text, int from, int to) ->
          Names.relation(DottedNames.path(text), scope)
              .ifPresent(id -> replace(from, to, Identifiers.literal(name(id))));
      case Mention.OfRelation relation ->
          Names.relation(relation.path(), scope)
              .ifPresent(id -> replace(relation.from(), relation.to(), name(id)));
    }
  }

  private static String name(ObjectId id) {
    return Identifiers.quote(id.schema(), id.name());
  }

  private void replaceName(int from, int to, List<ObjectId> routines) {
    if (!routines.isEmpty()) {
      String name = tokens.get(to - 1).value();
      replace(from, to, Identifiers.quote(routines.get(0).schema(), name));
    }
  }

  /** Takes the owning table's name away from before its columns. */
  private void column(Mention.OfColumn column) {
    int parts = column.path().size();
    boolean own =
        parts > 1 && table.filter(id -> id.name().equals(column.path().get(parts - 2))).isPresent();
    if (own) {
      replace(column.from(), column.to(), tokens.get(column.to() - 1).text());
    }
  }

  private void replace(int from, int to, String text) {
    replacements.put(from, text);
    for (int i = from + 1; i < to; i++) {
      replacements.put(i, "");
    }
  }
}
