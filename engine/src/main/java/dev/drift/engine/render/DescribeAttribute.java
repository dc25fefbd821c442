package dev.drift.engine.render;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.*;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of objects' attributes in the few words that a report has room for. */
final class DescribeAttribute {
  private static final Pattern SECRET = Pattern.compile("(?i)pass(word|wd|phrase)|secret|token");

  private DescribeAttribute() {}

  /** {@return the value of one attribute} */
  static String value(Object value) {
    return switch (value) {
      case TypeName type -> Types.sql(type);
      case ObjectId id -> id.path();
      case Optional<?> optional -> optional.map(DescribeAttribute::value).orElse("none");
      case OptionalInt number -> number.isPresent() ? "" + number.getAsInt() : "none";
      case Column.Identity identity ->
          "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
      case Column.Generated generated -> generated.expression().sql();
      case IndexKey key -> Describe.key(key);
      case Grant grant -> grants(List.of(grant));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case SortedSet<?> set when !set.isEmpty() && set.first() instanceof Grant ->
          grants(set.stream().map(Grant.class::cast).toList());
      case Collection<?> list ->
          list.isEmpty()
              ? "none"
              : list.stream().map(DescribeAttribute::value).collect(Collectors.joining(", "));
      case Map<?, ?> map ->
          map.isEmpty()
              ? "none"
              : map.entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + shown(entry.getKey(), entry.getValue()))
                  .collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  /** Passwords are in user mappings and servers, and in no report. */
  private static Object shown(Object option, Object value) {
    return SECRET.matcher(option.toString()).find() ? "***" : value;
  }

  /** Who may do what, a role at a time: {@code app: SELECT, INSERT; everyone: SELECT}. */
  static String grants(Collection<Grant> grants) {
    if (grants.isEmpty()) {
      return "nobody";
    }
    var roles = new LinkedHashMap<String, String>();
    for (Grant grant : grants) {
      roles.merge(who(grant), grant.right(), (all, more) -> all + ", " + more);
    }
    return roles.entrySet().stream()
        .map(role -> role.getKey() + ": " + role.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String who(Grant grant) {
    String grantee =
        switch (grant.grantee()) {
          case Grant.OWNER -> "owner";
          case Grant.PUBLIC -> "everyone";
          default -> grant.grantee();
        };
    return grant.grantor().equals(Grant.OWNER) ? grantee : grantee + " by " + grant.grantor();
  }
}
