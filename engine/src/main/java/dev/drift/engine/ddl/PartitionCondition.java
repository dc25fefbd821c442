package dev.drift.engine.ddl;

import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What holds for the rows of a partition because of its bound and those above it (partbounds.c,
 * get_qual_from_partbound).
 */
final class PartitionCondition {
  private static final String MIN = "MINVALUE";
  private static final String MAX = "MAXVALUE";

  private final PartitionKey key;
  private final List<String> all = new ArrayList<>();

  private PartitionCondition(PartitionKey key) {
    this.key = key;
  }

  /** {@return the conditions, all of which hold; empty if they cannot be told} */
  static Optional<List<String>> of(Table partition, Objects objects) {
    Optional<Table> parent =
        partition.partitionOf().flatMap(of -> objects.find(of.parent(), Table.class));
    if (parent.isEmpty() || parent.get().partitionKey().isEmpty()) {
      return Optional.empty();
    }
    var own = new PartitionCondition(PartitionKey.of(parent.get(), objects));
    if (!own.read(partition.partitionOf().orElseThrow().bound().sql())) {
      return Optional.empty();
    }
    if (parent.get().partitionOf().isEmpty()) {
      return Optional.of(own.all);
    }
    return of(parent.get(), objects)
        .map(
            above -> {
              var both = new ArrayList<>(above);
              both.addAll(own.all);
              return both;
            });
  }

  private boolean read(String bound) {
    var tokens = new TokenReader(Tokenizer.tokenize(bound));
    if (!tokens.accept("for", "values")) {
      return false;
    }
    if (tokens.accept("in")) {
      return values(tokens).map(this::list).orElse(false);
    }
    if (!tokens.accept("from")) {
      return false;
    }
    Optional<List<String>> from = values(tokens);
    tokens.expect("to");
    Optional<List<String>> to = values(tokens);
    return from.isPresent() && to.isPresent() && range(from.get(), to.get());
  }

  /** {@return the values, if all of them are plain constants} */
  private static Optional<List<String>> values(TokenReader tokens) {
    var values = new ArrayList<String>();
    for (List<Token> part : ClauseEnds.parts(tokens.group())) {
      boolean negative = part.size() == 2 && part.get(0).isSymbol("-");
      Token last = part.getLast();
      boolean plain =
          last.type() == Token.Type.STRING
              || last.type() == Token.Type.NUMBER
              || last.type() == Token.Type.WORD;
      if (!plain || part.size() != (negative ? 2 : 1)) {
        return Optional.empty();
      }
      values.add(negative ? Identifiers.literal("-" + last.text()) : last.text());
    }
    return Optional.of(values);
  }

  private boolean list(List<String> values) {
    PartitionKey.Part part = key.parts().getFirst();
    List<String> some = values.stream().filter(value -> !value.equals("NULL")).toList();
    Optional<String> one = some.isEmpty() ? Optional.empty() : Optional.of(isOneOf(part, some));
    if (some.size() == values.size()) {
      all.add(part.sql() + " IS NOT NULL");
      one.ifPresent(all::add);
    } else {
      String isNull = part.sql() + " IS NULL";
      all.add(one.map(in -> "(" + isNull + ") OR (" + in + ")").orElse(isNull));
    }
    return true;
  }

  private static String isOneOf(PartitionKey.Part part, List<String> values) {
    boolean bool = part.type().filter(type -> type.name().equals("boolean")).isPresent();
    if (values.size() == 1 && bool) {
      return isTrue(values.getFirst()) ? part.sql() : "NOT " + part.sql();
    }
    boolean array = part.type().filter(TypeName::array).isPresent();
    if (values.size() == 1 || array) {
      return values.stream()
          .map(value -> equal(part, value))
          .collect(
              Collectors.joining(
                  ") OR (", values.size() > 1 ? "(" : "", values.size() > 1 ? ")" : ""));
    }
    return part.operand() + " = ANY (" + part.values(values) + ")";
  }

  private static boolean isTrue(String value) {
    return value.equals("true") || value.startsWith("'t");
  }

  private static String equal(PartitionKey.Part part, String value) {
    return compared(part, "=", value);
  }

  private static String compared(PartitionKey.Part part, String operator, String value) {
    return part.operand() + ' ' + operator + ' ' + part.value(value);
  }

  private boolean range(List<String> from, List<String> to) {
    List<PartitionKey.Part> parts = key.parts();
    if (from.size() != parts.size() || to.size() != parts.size()) {
      return false;
    }
    parts.forEach(part -> all.add(part.sql() + " IS NOT NULL"));
    int start = 0;
    while (start < parts.size()
        && !isOpen(from.get(start))
        && from.get(start).equals(to.get(start))) {
      all.add(equal(parts.get(start), from.get(start)));
      start++;
    }
    arms(from, start, MIN, ">").ifPresent(all::add);
    arms(to, start, MAX, "<").ifPresent(all::add);
    return true;
  }

  /**
   * One end of a range over several columns: beyond it by the first, or at it and beyond it by the
   * second, and so on.
   */
  private Optional<String> arms(List<String> values, int start, String open, String operator) {
    var arms = new ArrayList<String>();
    for (int last = start; last < values.size() && !isOpen(values.get(last)); last++) {
      var arm = new ArrayList<String>();
      for (int i = start; i < last; i++) {
        arm.add(equal(key.parts().get(i), values.get(i)));
      }
      boolean end = last == values.size() - 1;
      boolean including = end ? open.equals(MIN) : values.get(last + 1).equals(open);
      arm.add(
          compared(key.parts().get(last), including ? operator + "=" : operator, values.get(last)));
      arms.add(arm.size() == 1 ? arm.getFirst() : joined(arm, " AND "));
    }
    return arms.isEmpty()
        ? Optional.empty()
        : Optional.of(arms.size() == 1 ? arms.getFirst() : joined(arms, " OR "));
  }

  /** {@return conditions between parentheses, with {@code word} between them} */
  static String joined(List<String> conditions, String word) {
    return conditions.stream().collect(Collectors.joining(")" + word + "(", "(", ")"));
  }

  private static boolean isOpen(String value) {
    return value.equals(MIN) || value.equals(MAX);
  }
}
