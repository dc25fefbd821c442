package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Grant;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** ALTER DEFAULT PRIVILEGES, after all that is made: what is made is not meant to get them. */
final class DefaultPrivilegesRule implements Rule<DefaultPrivileges> {
  private static final String SOMEONE = "current_user";

  @Override
  public List<Action> create(DefaultPrivileges defaults, Scene scene) {
    SortedSet<Grant> usual = usual(defaults, scene);
    return steps(Verb.FINISH, defaults, usual, defaults.grants(), scene);
  }

  @Override
  public List<Action> drop(DefaultPrivileges defaults, Scene scene) {
    return steps(Verb.DROP, defaults, defaults.grants(), usual(defaults, scene), scene);
  }

  @Override
  public Change change(
      DefaultPrivileges before, DefaultPrivileges after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(steps(Verb.FINISH, after, before.grants(), after.grants(), scene));
  }

  /** {@return what makes of {@code now} what {@code defaults} says} */
  static List<Action> steps(
      Verb verb,
      DefaultPrivileges defaults,
      SortedSet<Grant> now,
      SortedSet<Grant> wanted,
      Scene scene) {
    String role = defaults.role();
    var steps =
        new GrantSteps(verb, defaults.id(), "new " + defaults.objects(), new Text(defaults, scene));
    var actions = new ArrayList<Action>();
    if (Grant.isVariable(role)) {
      return actions;
    }
    for (Action action : steps.from(now, now, wanted, usual(defaults, scene))) {
      actions.add(
          role.equals(SOMEONE)
              ? action
              : action.guarded(action.guard().and(GrantSteps.exist(List.of(role)))));
    }
    return actions;
  }

  private static SortedSet<Grant> usual(DefaultPrivileges defaults, Scene scene) {
    return defaults.id().schema().isEmpty()
        ? objects(defaults).defaults(scene.major())
        : new TreeSet<>();
  }

  private static Grantable objects(DefaultPrivileges defaults) {
    return Grantable.ofPlural(defaults.objects()).orElseThrow();
  }

  private record Text(DefaultPrivileges defaults, Scene scene) implements GrantSteps.Text {
    @Override
    public String grant(Collection<Grant> grants) {
      Grant first = grants.iterator().next();
      return start()
          + "GRANT "
          + rights(grants)
          + " TO "
          + role(first)
          + (first.grantable() ? " WITH GRANT OPTION" : "");
    }

    @Override
    public String revoke(Collection<Grant> grants) {
      return start() + "REVOKE " + rights(grants) + " FROM " + role(grants.iterator().next());
    }

    @Override
    public String revokeOption(Collection<Grant> grants) {
      return start()
          + "REVOKE GRANT OPTION FOR "
          + rights(grants)
          + " FROM "
          + role(grants.iterator().next());
    }

    private String role(Grant grant) {
      return GrantText.role(
          grant.grantee().equals(Grant.OWNER) ? defaults.role() : grant.grantee());
    }

    private String start() {
      return "ALTER DEFAULT PRIVILEGES"
          + (defaults.role().equals(SOMEONE) ? "" : " FOR ROLE " + quote(defaults.role()))
          + (defaults.id().schema().isEmpty() ? "" : " IN SCHEMA " + quote(defaults.id().schema()))
          + " ";
    }

    private String rights(Collection<Grant> grants) {
      List<String> all = objects(defaults).rights(scene.major());
      Set<String> given = grants.stream().map(Grant::privilege).collect(Collectors.toSet());
      String names =
          all.size() > 1 && given.containsAll(all)
              ? "ALL"
              : all.stream().filter(given::contains).collect(Collectors.joining(", "));
      return names + " ON " + defaults.objects().toUpperCase(Locale.ROOT);
    }
  }
}
