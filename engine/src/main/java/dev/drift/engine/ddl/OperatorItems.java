package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The items of an operator class or of ALTER OPERATOR FAMILY ADD (opclasscmds.c):
 *
 * <pre>
 * OPERATOR n operator [(left, right)] [FOR SEARCH | FOR ORDER BY family]
 * FUNCTION n [(left [, right])] function (types)
 * STORAGE type
 * </pre>
 */
final class OperatorItems {
  private final TokenReader tokens;
  private final Context context;
  private final String method;
  private final Optional<TypeName> type;
  private final SortedMap<String, Member> operators = new TreeMap<>();
  private final SortedMap<String, Member> functions = new TreeMap<>();
  private Optional<TypeName> storage = Optional.empty();

  private OperatorItems(
      TokenReader tokens, Context context, String method, Optional<TypeName> type) {
    this.tokens = tokens;
    this.context = context;
    this.method = method;
    this.type = type;
  }

  /** Reads the list; {@code type} is that of the class, for what names no types. */
  static OperatorItems read(
      TokenReader tokens, Context context, String method, Optional<TypeName> type) {
    var items = new OperatorItems(tokens, context, method, type);
    do {
      items.item();
    } while (tokens.acceptSymbol(","));
    return items;
  }

  SortedMap<String, Member> operators() {
    return operators;
  }

  SortedMap<String, Member> functions() {
    return functions;
  }

  Optional<TypeName> storage() {
    return storage;
  }

  private void item() {
    if (tokens.accept("storage")) {
      storage = Optional.of(Types.read(tokens, context.scope()));
    } else if (tokens.accept("operator")) {
      operator();
    } else {
      tokens.expect("function");
      function();
    }
  }

  private void operator() {
    int number = Integer.parseInt(tokens.next().text());
    QualifiedName name = Referents.operatorName(tokens);
    List<TypeName> types = tokens.atSymbol("(") ? types() : List.of();
    TypeName left = types.isEmpty() ? own() : types.getFirst();
    TypeName right = types.isEmpty() ? own() : types.getLast();
    Optional<QualifiedName> ordering = Optional.empty();
    if (tokens.accept("for", "order", "by")) {
      QualifiedName family = Names.read(tokens);
      ordering =
          Optional.of(
              OperatorFamilyNames.plain(
                  Referents.object(
                      Kind.OPERATOR_FAMILY, OperatorFamilyNames.typed(family, "btree"), context)));
    } else {
      tokens.accept("for", "search");
    }
    tokens.accept("recheck");
    QualifiedName operator =
        Referents.operator(name, Optional.of(left), Optional.of(right), context);
    operators.put(place(number, left, right), new Member(number, left, right, operator, ordering));
  }

  private void function() {
    int number = Integer.parseInt(tokens.next().text());
    List<TypeName> types = tokens.atSymbol("(") ? types() : ofFunction(number);
    TypeName left = types.isEmpty() ? own() : types.getFirst();
    TypeName right = types.isEmpty() ? own() : types.getLast();
    QualifiedName name = Referents.routine(tokens, List.of(left, right), context);
    functions.put(
        place(number, left, right), new Member(number, left, right, name, Optional.empty()));
  }

  /** What the function that comes next takes tells what it is for (assignProcTypes). */
  private List<TypeName> ofFunction(int number) {
    int start = tokens.mark();
    List<TypeName> taken =
        Routines.Reference.read(tokens, context.scope()).parameters().stream()
            .flatMap(List::stream)
            .map(Routine.Parameter::type)
            .toList();
    tokens.reset(start);
    if (method.equals("hash") && !taken.isEmpty()) {
      return List.of(taken.getFirst());
    }
    boolean compares = method.equals("btree") && number == 1 && taken.size() == 2;
    boolean inRange = method.equals("btree") && number == 3 && taken.size() == 5;
    return compares ? taken : inRange ? List.of(taken.getFirst(), taken.get(2)) : List.of();
  }

  private TypeName own() {
    return type.orElseThrow(() -> tokens.unexpected("the operand types"));
  }

  private List<TypeName> types() {
    return types(new TokenReader(tokens.group()), context);
  }

  private static List<TypeName> types(TokenReader group, Context context) {
    var types = new ArrayList<TypeName>();
    do {
      OperatorSignature.operand(group, context).ifPresent(types::add);
    } while (group.acceptSymbol(","));
    return types;
  }

  /** Reads {@code OPERATOR n (left, right) | FUNCTION n (left [, right]), …}, for DROP. */
  static List<String> places(TokenReader tokens, Context context, String word) {
    var places = new ArrayList<String>();
    int start = tokens.mark();
    do {
      boolean wanted = tokens.at(word);
      tokens.next();
      int number = Integer.parseInt(tokens.next().text());
      List<TypeName> types = types(new TokenReader(tokens.group()), context);
      if (wanted) {
        places.add(place(number, types.getFirst(), types.getLast()));
      }
    } while (tokens.acceptSymbol(","));
    if (word.equals("operator")) {
      tokens.reset(start);
    }
    return places;
  }

  static String place(int number, TypeName left, TypeName right) {
    return number + Types.operands(Optional.of(left), Optional.of(right));
  }
}
