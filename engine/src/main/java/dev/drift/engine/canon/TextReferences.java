package dev.drift.engine.canon;

import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What SQL whose names are qualified refers to, token by token. */
final class TextReferences {
  /** Where these are not qualified they are taken for the server's own. */
  private static final Set<String> USUAL =
      Set.of(
          "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "||", "~", "~~", "!~~",
          "!~", "~*", "!~*", "&&", "@>", "<@", "->", "->>", "?", "&", "|", "#", "@@", "<<", ">>");

  /** What words stand for. */
  private static final Set<String> IMPLIED =
      Set.of("=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*");

  private static final Set<String> WORDS =
      Set.of("in", "between", "like", "ilike", "case", "nullif", "distinct");

  private final List<Token> tokens;
  private final Scope scope;
  private final Supplier<Choices> meaning;
  private final SortedSet<ObjectId> found = new TreeSet<>();
  private Optional<Choices> choices = Optional.empty();

  private TextReferences(List<Token> tokens, Objects objects, Supplier<Choices> meaning) {
    this.tokens = tokens;
    this.scope = new Scope(objects, List.of());
    this.meaning = meaning;
  }

  /**
   * {@return what {@code tokens} refer to}
   *
   * @param meaning tells which of several functions or operators of one name are meant
   */
  static SortedSet<ObjectId> in(List<Token> tokens, Objects objects, Supplier<Choices> meaning) {
    var references = new TextReferences(tokens, objects, meaning);
    for (int i = 0; i < tokens.size(); i++) {
      references.token(i);
    }
    if (references.impliesOperators()) {
      references.choices().own().stream()
          .filter(id -> id.kind() == Kind.OPERATOR)
          .forEach(references.found::add);
    }
    return references.found;
  }

  /** Whether a word stands for an operator that the model may have defined. */
  private boolean impliesOperators() {
    Set<String> symbols = OwnOperators.symbols(scope.objects());
    return IMPLIED.stream().anyMatch(symbols::contains)
        && tokens.stream().anyMatch(token -> WORDS.contains(token.value()));
  }

  private void token(int at) {
    Token token = tokens.get(at);
    if (Expressions.namesRelation(tokens, at)) {
      Names.relation(DottedNames.path(token.value()), scope).ifPresent(found::add);
    }
    if (token.type() == Token.Type.OPERATOR) {
      operator(at);
    } else if (token.is("collate")) {
      collation(at);
    } else if (token.isName()
        && Expressions.isSymbol(tokens, at + 1, ".")
        && at + 2 < tokens.size()
        && tokens.get(at + 2).isName()) {
      qualified(at, List.of(token.value(), tokens.get(at + 2).value()));
    }
  }

  private void qualified(int at, List<String> path) {
    if (Expressions.isSymbol(tokens, at + 3, "(")) {
      List<ObjectId> called = Names.routines(path, arguments(at + 3), scope);
      several(at, called.isEmpty() ? Names.routines(path, scope) : called);
    } else {
      Names.type(path.get(0), path.get(1), scope.objects()).ifPresent(found::add);
    }
  }

  private void several(int place, List<ObjectId> all) {
    if (all.size() > 1 && choices().isTold(place)) {
      choices().own(place).ifPresent(found::add);
    } else {
      found.addAll(all);
    }
  }

  private Choices choices() {
    if (choices.isEmpty()) {
      choices = Optional.of(meaning.get());
    }
    return choices.get();
  }

  /** How many arguments stand in the parentheses that open at {@code from}. */
  private int arguments(int from) {
    int depth = 0;
    int commas = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean closes = token.isSymbol(")") || token.isSymbol("]");
      depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : closes ? -1 : 0;
      if (depth == 0) {
        return i == from + 1 ? 0 : commas + 1;
      }
      commas += depth == 1 && token.isSymbol(",") ? 1 : 0;
    }
    return 0;
  }

  private void operator(int at) {
    if (scope.objects().ofKind(Kind.OPERATOR).isEmpty()) {
      return;
    }
    String symbol = tokens.get(at).text();
    if (at > 3 && tokens.get(at - 1).isSymbol(".")) {
      List<String> path = List.of(tokens.get(at - 2).value(), symbol);
      several(at - 4, OwnOperators.named(path, scope));
    } else if (!USUAL.contains(symbol)) {
      OwnOperators.all(symbol, scope.objects()).forEach(found::add);
    }
  }

  private void collation(int at) {
    if (at + 1 >= tokens.size() || scope.objects().ofKind(Kind.COLLATION).isEmpty()) {
      return;
    }
    boolean qualified = at + 3 < tokens.size() && tokens.get(at + 2).isSymbol(".");
    String name = tokens.get(qualified ? at + 3 : at + 1).value();
    scope.objects().ofKind(Kind.COLLATION).stream()
        .map(object -> object.id())
        .filter(id -> id.name().equals(name))
        .filter(id -> !qualified || id.schema().equals(tokens.get(at + 1).value()))
        .forEach(found::add);
  }
}
