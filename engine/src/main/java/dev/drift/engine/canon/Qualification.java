package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Mention;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Qualifies, token by token, the names in an expression that a search path had to resolve. */
final class Qualification {
  private final List<Token> tokens;
  private final Scope scope;
  private final Optional<ObjectId> table;
  private final Supplier<Choices> typing;
  private final Map<Integer, String> replacements = new HashMap<>();
  private Optional<Choices> choices = Optional.empty();

  private Qualification(
      List<Token> tokens, Scope scope, Optional<ObjectId> table, Supplier<Choices> typing) {
    this.tokens = tokens;
    this.scope = scope;
    this.table = table;
    this.typing = typing;
  }

  /** {@return new text by token index, for {@link SourceText#of}} */
  static Map<Integer, String> of(
      List<Token> tokens, SqlReader.Read<Scalar> read, Scope scope, Optional<ObjectId> table) {
    Objects objects = scope.objects();
    var qualification =
        new Qualification(
            tokens,
            scope,
            table,
            () ->
                Typing.of(objects, scope.serverMajor())
                    .choices(
                        read.tree(), Surroundings.columns(table, objects), scope.searchPath()));
    read.mentions().forEach(qualification::qualify);
    return qualification.replacements;
  }

  /** {@return the same where no tree could be read: only what looks like a call} */
  static Map<Integer, String> of(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    var qualification = new Qualification(tokens, scope, table, Choices::new);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean first = i == 0 || !tokens.get(i - 1).isSymbol(".");
      if (first && tokens.get(i).isName() && tokens.get(i + 1).isSymbol("(")) {
        List<ObjectId> routines = Names.routines(List.of(tokens.get(i).value()), scope);
        if (!routines.isEmpty()) {
          qualification.routine(i, i + 1, routines.get(0).schema());
        }
      }
    }
    return qualification.replacements;
  }

  private void qualify(Mention mention) {
    switch (mention) {
      case Mention.OfColumn column -> column(column);
      case Mention.OfFields(List<String> path, int from, int to) -> {
        if (isTable(path.getLast()) && !columns().isEmpty()) {
          replace(
              from,
              to,
              columns().stream().map(Identifiers::quote).collect(Collectors.joining(", ")));
        }
      }
      case Mention.OfRoutine routine -> routine(routine);
      case Mention.OfOperator operator -> operator(operator);
      case Mention.OfCollation collation ->
          Names.collation(collation.path(), scope)
              .ifPresent(id -> replace(collation.from(), collation.to(), name(id)));
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

  private void routine(Mention.OfRoutine routine) {
    List<String> path = routine.path();
    List<ObjectId> own = Names.routines(path, routine.arguments(), scope);
    if (own.isEmpty()) {
      return;
    }
    Optional<String> schema =
        Names.isOpen(path, routine.arguments(), own) && choices().isTold(routine.from())
            ? choices().own(routine.from()).map(ObjectId::schema)
            : Names.agreedSchema(path, routine.arguments(), own);
    schema.ifPresent(found -> routine(routine.from(), routine.to(), found));
  }

  private void routine(int from, int to, String schema) {
    replace(from, to, Identifiers.quote(schema, tokens.get(to - 1).value()));
  }

  private void operator(Mention.OfOperator operator) {
    if (OwnOperators.named(operator.path(), scope).isEmpty()) {
      return;
    }
    Optional<String> schema =
        choices().isTold(operator.from())
            ? choices().own(operator.from()).map(ObjectId::schema)
            : OwnOperators.agreedSchema(operator.path(), scope);
    schema.ifPresent(
        found -> {
          String text = "OPERATOR(" + Identifiers.quote(found) + '.' + operator.path().getLast();
          boolean before = touches(operator.from() - 1);
          boolean behind = touches(operator.to() - 1);
          replace(
              operator.from(), operator.to(), (before ? " " : "") + text + (behind ? ") " : ")"));
        });
  }

  /** Whether no blank stands between that token and the next. */
  private boolean touches(int at) {
    return at >= 0 && at + 1 < tokens.size() && tokens.get(at).end() == tokens.get(at + 1).offset();
  }

  private Choices choices() {
    if (choices.isEmpty()) {
      choices = Optional.of(typing.get());
    }
    return choices.get();
  }

  /** Takes the owning table's name away from before its columns; by itself it is a whole row. */
  private void column(Mention.OfColumn column) {
    int parts = column.path().size();
    boolean own =
        parts > 1 && table.filter(id -> id.name().equals(column.path().get(parts - 2))).isPresent();
    if (own) {
      replace(column.from(), column.to(), tokens.get(column.to() - 1).text());
    }
    if (parts == 1
        && isTable(column.path().getFirst())
        && !columns().isEmpty()
        && !columns().contains(column.path().getFirst())) {
      whole(column.from());
    }
  }

  /** {@code (t).c} is the column (parse_func.c, ParseComplexProjection). */
  private void whole(int at) {
    boolean field =
        Expressions.isSymbol(tokens, at - 1, "(")
            && Expressions.isSymbol(tokens, at + 1, ")")
            && Expressions.isSymbol(tokens, at + 2, ".")
            && at + 3 < tokens.size()
            && columns().contains(tokens.get(at + 3).value())
            && (at < 2 || !tokens.get(at - 2).isName());
    if (field) {
      replace(at - 1, at + 4, tokens.get(at + 3).text());
    } else {
      replace(at, at + 1, tokens.get(at).text() + ".*");
    }
  }

  private boolean isTable(String name) {
    return table.filter(id -> id.name().equals(name)).isPresent();
  }

  private List<String> columns() {
    return table.map(scope.objects()::columnNames).orElse(List.of());
  }

  private void replace(int from, int to, String text) {
    replacements.put(from, text);
    for (int i = from + 1; i < to; i++) {
      replacements.put(i, "");
    }
  }
}
