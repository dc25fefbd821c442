package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Operator families; what is in them is added and dropped piece by piece. */
final class OperatorFamilyRule extends DefinedRule<OperatorFamily> {
  @Override
  String definition(OperatorFamily family) {
    return "CREATE OPERATOR FAMILY " + Addresses.withMethod(family.id());
  }

  @Override
  public List<Action> create(OperatorFamily family, Scene scene) {
    var actions = new ArrayList<>(super.create(family, scene));
    family.operators().values().forEach(it -> actions.add(add(family, it, true, Verb.CREATE)));
    family.functions().values().forEach(it -> actions.add(add(family, it, false, Verb.CREATE)));
    return actions;
  }

  @Override
  String row(OperatorFamily family) {
    return "pg_opfamily o WHERE "
        + named("opf", family.id().schema(), Addresses.withoutMethod(family.id()))
        + " AND "
        + refersTo("o.opfmethod", "pg_am", "amname", family.method());
  }

  @Override
  SortedMap<String, String> shape(OperatorFamily family) {
    return new TreeMap<>();
  }

  @Override
  public Change change(
      OperatorFamily before, OperatorFamily after, Set<String> attributes, Scene scene) {
    var actions = new ArrayList<Action>();
    change(before.operators(), after.operators(), true, after, actions);
    change(before.functions(), after.functions(), false, after, actions);
    return new Change.InPlace(actions);
  }

  private void change(
      Map<String, Member> before,
      Map<String, Member> after,
      boolean operators,
      OperatorFamily family,
      List<Action> actions) {
    before.forEach(
        (place, member) -> {
          if (!member.equals(after.get(place))) {
            actions.add(remove(family, member, operators));
          }
        });
    after.forEach(
        (place, member) -> {
          if (!member.equals(before.get(place))) {
            actions.add(add(family, member, operators, Verb.ALTER));
          }
        });
  }

  private Action add(OperatorFamily family, Member member, boolean operator, Verb verb) {
    String what = (operator ? "operator " : "function ") + member.name();
    return Action.of(
            verb,
            family.id(),
            "add " + what + " to " + family.id(),
            "ALTER OPERATOR FAMILY "
                + Addresses.withMethod(family.id())
                + " ADD "
                + (operator ? operator(member) : function(member)))
        .resolvingNames()
        .guarded(
            Guard.when("NOT " + has(family, member, operator, ""))
                .orElse(has(family, member, operator, isSame(member, operator))));
  }

  private Action remove(OperatorFamily family, Member member, boolean operator) {
    return Action.of(
            Verb.ALTER,
            family.id(),
            "remove "
                + (operator ? "operator " : "function ")
                + member.name()
                + " from "
                + family.id(),
            "ALTER OPERATOR FAMILY "
                + Addresses.withMethod(family.id())
                + " DROP "
                + (operator ? "OPERATOR " : "FUNCTION ")
                + member.number()
                + types(member))
        .resolvingNames()
        .when(has(family, member, operator, isSame(member, operator)));
  }

  private static String operator(Member member) {
    return "OPERATOR "
        + member.number()
        + ' '
        + Addresses.operator(member.name())
        + types(member)
        + member.ordering().map(family -> " FOR ORDER BY " + Sql.name(family)).orElse("");
  }

  private static String function(Member member) {
    String routine = Addresses.routine(member.name());
    return "FUNCTION " + member.number() + types(member) + ' ' + routine;
  }

  private static String types(Member member) {
    return ' ' + Types.operands(Optional.of(member.left()), Optional.of(member.right()));
  }

  private String has(OperatorFamily family, Member member, boolean operator, String and) {
    String prefix = operator ? "m.amop" : "m.amproc";
    return "EXISTS (SELECT FROM "
        + (operator ? "pg_amop" : "pg_amproc")
        + " m, "
        + row(family)
        + " AND "
        + prefix
        + "family = o.oid AND "
        + (operator ? "m.amopstrategy" : "m.amprocnum")
        + " = "
        + member.number()
        + " AND "
        + Shape.typeIs("format_type(" + prefix + "lefttype, NULL)", member.left())
        + " AND "
        + Shape.typeIs("format_type(" + prefix + "righttype, NULL)", member.right())
        + and
        + ")";
  }

  private static String isSame(Member member, boolean operator) {
    return " AND EXISTS (SELECT FROM "
        + (operator
            ? "pg_operator x WHERE x.oid = m.amopopr AND x.oprname = "
                + literal(Addresses.operatorName(member.name()))
            : "pg_proc x WHERE x.oid = m.amproc AND x.proname = "
                + literal(Addresses.bareRoutine(member.name())))
        + ")";
  }
}
