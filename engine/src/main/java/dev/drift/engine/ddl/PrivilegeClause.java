package dev.drift.engine.ddl;

import dev.drift.engine.canon.Grantable;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code SELECT [(column, …)], …} or {@code ALL [PRIVILEGES] [(column, …)]}.
 *
 * @param privileges in upper case; none for ALL
 * @param columns none for the whole object
 */
record PrivilegeClause(List<Item> privileges, Token at) {

  /**
   * @param privilege in upper case; empty for ALL
   */
  record Item(Optional<String> privilege, List<String> columns) {}

  static PrivilegeClause read(TokenReader tokens) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a privilege"));
    var items = new ArrayList<Item>();
    do {
      Optional<String> privilege = Optional.empty();
      if (tokens.accept("all")) {
        tokens.accept("privileges");
      } else if (tokens.accept("alter", "system")) {
        privilege = Optional.of("ALTER SYSTEM");
      } else {
        privilege = Optional.of(tokens.next().value().toUpperCase(Locale.ROOT));
      }
      items.add(new Item(privilege, tokens.atSymbol("(") ? columns(tokens) : List.of()));
    } while (tokens.acceptSymbol(","));
    return new PrivilegeClause(List.copyOf(items), at);
  }

  private static List<String> columns(TokenReader tokens) {
    var names = new ArrayList<String>();
    tokens.expectSymbol("(");
    do {
      names.add(tokens.name());
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return names;
  }

  /** {@return the privileges on the whole of an object of that class} */
  List<String> of(Grantable grantable, int major) {
    return rights(
        privileges.stream().filter(item -> item.columns().isEmpty()).toList(), grantable, major);
  }

  /** {@return the privileges on the columns that {@code item} names} */
  List<String> ofColumns(Item item, int major) {
    return rights(List.of(item), Grantable.COLUMN, major);
  }

  /** {@return the parts that are about columns} */
  List<Item> onColumns() {
    return privileges.stream().filter(item -> !item.columns().isEmpty()).toList();
  }

  private List<String> rights(List<Item> items, Grantable grantable, int major) {
    var rights = new ArrayList<String>();
    for (Item item : items) {
      if (item.privilege().isEmpty()) {
        return grantable.rights(major);
      }
      String right = item.privilege().get();
      if (!grantable.rights(major).contains(right)) {
        throw new RejectedException(
            "invalid privilege type "
                + right
                + " for "
                + grantable.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            at);
      }
      rights.add(right);
    }
    return rights;
  }
}
