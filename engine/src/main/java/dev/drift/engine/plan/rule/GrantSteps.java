package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.model.Grant;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What takes and gives privileges, in this order, a step a role. Each statement changes nothing the
 * second time; a role that the server does not have is passed over.
 */
final class GrantSteps {
  private static final Set<String> ALWAYS = Set.of(Grant.OWNER, Grant.PUBLIC, "current_user");

  /** Writes the statements, for grants that are all to one role, from one role and alike. */
  interface Text {
    String grant(Collection<Grant> grants);

    String revoke(Collection<Grant> grants);

    /** What takes only the right to pass them on. */
    String revokeOption(Collection<Grant> grants);
  }

  private final Verb verb;
  private final ObjectId subject;
  private final String object;
  private final Text text;

  /**
   * @param subject what the steps are put down to
   * @param object what the privileges are on, in words
   */
  GrantSteps(Verb verb, ObjectId subject, String object, Text text) {
    this.verb = verb;
    this.subject = subject;
    this.object = object;
    this.text = text;
  }

  /**
   * {@return the steps from {@code possible} to {@code wanted}}
   *
   * @param possible what may be there
   * @param certain what of it is certainly there
   * @param usual what may be taken without being asked
   */
  List<Action> from(
      SortedSet<Grant> possible,
      SortedSet<Grant> certain,
      SortedSet<Grant> wanted,
      SortedSet<Grant> usual) {
    var actions = new ArrayList<Action>();
    revokes(minus(rights(possible, wanted), usual), true, actions);
    revokes(common(rights(possible, wanted), usual), false, actions);
    options(possible, wanted, actions);
    for (List<Grant> group : GrantText.groups(minus(named(wanted), certain))) {
      actions.add(action("grant", group, " to ", text.grant(group)).hazard(Hazard.CHANGES_ACCESS));
    }
    return actions;
  }

  /** Nothing can be granted to a role whose name is not known. */
  private static SortedSet<Grant> named(SortedSet<Grant> grants) {
    return grants.stream()
        .filter(grant -> !Grant.isVariable(grant.grantee()) && !Grant.isVariable(grant.grantor()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What nobody should have any more, passed on or not. */
  private static SortedSet<Grant> rights(SortedSet<Grant> possible, SortedSet<Grant> wanted) {
    return possible.stream()
        .filter(grant -> wanted.stream().noneMatch(grant::sameRight))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void revokes(SortedSet<Grant> grants, boolean asked, List<Action> actions) {
    for (List<Grant> group : GrantText.groups(grants)) {
      Action action = action("revoke", group, " from ", text.revoke(group));
      actions.add(action.hazard(asked ? Hazard.REVOKES_ACCESS : Hazard.CHANGES_ACCESS));
    }
  }

  private void options(SortedSet<Grant> possible, SortedSet<Grant> wanted, List<Action> actions) {
    var passing =
        possible.stream()
            .filter(grant -> grant.grantable() && wanted.contains(grant.withGrantable(false)))
            .toList();
    for (List<Grant> group : GrantText.groups(passing)) {
      actions.add(
          action("revoke the grant option for", group, " from ", text.revokeOption(group))
              .hazard(Hazard.REVOKES_ACCESS));
    }
  }

  private Action action(String verbs, List<Grant> group, String preposition, String statement) {
    Grant first = group.getFirst();
    Set<String> roles = new TreeSet<>(List.of(first.grantee(), first.grantor()));
    roles.removeAll(ALWAYS);
    String who =
        first.grantee().equals(Grant.OWNER)
            ? "its owner"
            : first.grantee().equals(Grant.PUBLIC) ? "everyone" : first.grantee();
    String what =
        verbs
            + " "
            + group.stream().map(Grant::privilege).collect(Collectors.joining(", "))
            + " on "
            + object
            + preposition
            + who;
    Action action =
        Action.of(
                verb,
                subject,
                roles.isEmpty() ? what : what + "; nothing where there is no such role",
                statement)
            .resolvingNames();
    return roles.isEmpty() ? action : action.guarded(Guard.when(exist(roles)));
  }

  /** {@return that the server has these roles} */
  static String exist(Collection<String> roles) {
    return roles.stream()
        .map(role -> "EXISTS (SELECT FROM pg_roles WHERE rolname = " + literal(role) + ")")
        .collect(Collectors.joining(" AND "));
  }

  static SortedSet<Grant> minus(SortedSet<Grant> all, Collection<Grant> without) {
    var rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static SortedSet<Grant> common(SortedSet<Grant> all, Collection<Grant> others) {
    var both = new TreeSet<>(all);
    both.retainAll(others);
    return both;
  }
}
