package dev.drift.engine.diff;

import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Roles that the migrations name by a psql variable whose value nobody gave, {@code :visitor}, or
 * by a name that code makes of what is not known, {@code :app_∗}. The role that has in the database
 * what the variable is granted is the one that is meant.
 */
public final class RoleVariables {
  private static final List<Kind> KINDS =
      List.of(Kind.OWNER, Kind.PRIVILEGES, Kind.DEFAULT_PRIVILEGES);

  private RoleVariables() {}

  /**
   * A model with roles in the place of variables.
   *
   * @param open what remains that speaks of variables
   */
  public record Bound(SchemaModel model, SortedSet<ObjectId> open) {}

  /** {@return {@code expected} with the variables replaced by roles of {@code actual}} */
  public static Bound bind(SchemaModel expected, SchemaModel actual) {
    Map<String, String> values = new TreeMap<>();
    for (String variable : variables(expected)) {
      role(variable, expected, actual).ifPresent(role -> values.put(variable, role));
    }
    if (values.isEmpty()) {
      return new Bound(expected, open(expected));
    }
    var objects = new ArrayList<SchemaObject>();
    expected.objects().forEach(object -> objects.add(bound(object, values)));
    SchemaModel model = SchemaModel.of(objects);
    return new Bound(model, open(model));
  }

  private static Set<String> variables(Objects model) {
    var variables = new TreeSet<String>();
    for (Kind kind : KINDS) {
      model.ofKind(kind).forEach(object -> variables.addAll(roles(object)));
    }
    variables.removeIf(role -> !Grant.isVariable(role));
    return variables;
  }

  private static SortedSet<ObjectId> open(Objects model) {
    var open = new TreeSet<ObjectId>();
    for (Kind kind : KINDS) {
      for (SchemaObject object : model.ofKind(kind)) {
        if (roles(object).stream().anyMatch(Grant::isVariable)) {
          open.add(object.id());
        }
      }
    }
    return open;
  }

  /** {@return {@code differences} without those where a variable's value would have to be known} */
  public static List<Difference> settled(List<Difference> differences) {
    return differences.stream()
        .filter(
            difference ->
                difference
                    .expected()
                    .filter(object -> roles(object).stream().anyMatch(Grant::isVariable))
                    .isEmpty())
        .toList();
  }

  private static Set<String> roles(SchemaObject object) {
    var roles = new TreeSet<String>();
    switch (object) {
      case Owner owner -> roles.add(owner.role());
      case DefaultPrivileges defaults -> roles.add(defaults.role());
      default -> {}
    }
    for (Grant grant : grants(object)) {
      roles.add(grant.grantee());
      roles.add(grant.grantor());
    }
    return roles;
  }

  private static Collection<Grant> grants(SchemaObject object) {
    return switch (object) {
      case Privileges privileges -> privileges.grants();
      case DefaultPrivileges defaults -> defaults.grants();
      default -> List.of();
    };
  }

  /** The role that has just what the variable is to have most often, if there is one such. */
  private static Optional<String> role(String variable, Objects expected, Objects actual) {
    var scores = new HashMap<String, Integer>();
    for (Kind kind : KINDS) {
      for (SchemaObject object : expected.ofKind(kind)) {
        Set<String> wanted = rights(object, variable);
        Optional<SchemaObject> there = actual.find(object.id());
        if (!wanted.isEmpty() && there.isPresent()) {
          for (String role : roles(there.get())) {
            if (canBe(variable, role) && rights(there.get(), role).equals(wanted)) {
              scores.merge(role, 1, Integer::sum);
            }
          }
        }
      }
    }
    scores.remove(Grant.OWNER);
    scores.remove(Grant.PUBLIC);
    int best = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> roles =
        scores.entrySet().stream()
            .filter(score -> score.getValue() == best)
            .map(Map.Entry::getKey)
            .toList();
    return roles.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty();
  }

  /** A name that is known in part must fit. */
  private static boolean canBe(String variable, String role) {
    String[] known = variable.substring(1).split(Grant.UNKNOWN_PART, -1);
    if (known.length == 1) {
      return true;
    }
    String pattern = Stream.of(known).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.matches(pattern, role);
  }

  private static Set<String> rights(SchemaObject object, String role) {
    if (object instanceof Owner owner) {
      return owner.role().equals(role) ? Set.of("owner") : Set.of();
    }
    return grants(object).stream()
        .filter(grant -> grant.grantee().equals(role))
        .map(Grant::right)
        .collect(Collectors.toSet());
  }

  private static SchemaObject bound(SchemaObject object, Map<String, String> values) {
    return switch (object) {
      case Owner owner -> Owner.of(owner.target(), value(owner.role(), values));
      case Privileges privileges ->
          Privileges.on(privileges.target(), bound(privileges.grants(), values));
      case DefaultPrivileges defaults ->
          DefaultPrivileges.of(
              value(defaults.role(), values),
              defaults.id().schema(),
              defaults.objects(),
              bound(defaults.grants(), values));
      default -> object;
    };
  }

  private static SortedSet<Grant> bound(SortedSet<Grant> grants, Map<String, String> values) {
    return grants.stream()
        .map(
            grant ->
                new Grant(
                    value(grant.grantee(), values),
                    value(grant.grantor(), values),
                    grant.privilege(),
                    grant.grantable()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String value(String role, Map<String, String> values) {
    return values.getOrDefault(role, role);
  }
}
