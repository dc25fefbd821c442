package dev.drift.engine.plan.rule;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Privileges: granted and revoked until they are as wanted. */
final class PrivilegesRule implements Rule<Privileges> {
  @Override
  public List<Action> create(Privileges privileges, Scene scene) {
    ObjectId target = privileges.target();
    if (isFresh(target, scene)) {
      return onNew(Verb.FINISH, privileges.id(), target, privileges.grants(), scene);
    }
    SortedSet<Grant> usual = usual(target, scene);
    return steps(Verb.FINISH, privileges, usual, usual, privileges.grants(), scene);
  }

  @Override
  public List<Action> drop(Privileges privileges, Scene scene) {
    SortedSet<Grant> grants = privileges.grants();
    return steps(Verb.DROP, privileges, grants, grants, usual(privileges.target(), scene), scene);
  }

  @Override
  public Change change(Privileges before, Privileges after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(
        steps(Verb.FINISH, after, before.grants(), before.grants(), after.grants(), scene));
  }

  private static List<Action> steps(
      Verb verb,
      Privileges subject,
      SortedSet<Grant> possible,
      SortedSet<Grant> certain,
      SortedSet<Grant> wanted,
      Scene scene) {
    ObjectId target = subject.target();
    var actions =
        new ArrayList<>(
            writer(verb, subject.id(), target, scene)
                .from(possible, certain, wanted, usual(target, scene)));
    if (verb == Verb.FINISH && GrantSteps.minus(possible, wanted).size() > 0) {
      actions.addAll(ofColumns(subject, scene));
    }
    return actions;
  }

  /** What is revoked on a table is revoked on its columns, too, and given back to them. */
  private static List<Action> ofColumns(Privileges subject, Scene scene) {
    var actions = new ArrayList<Action>();
    if (Grantable.of(subject.target().kind()).orElseThrow() == Grantable.TABLE) {
      for (SchemaObject part : scene.target().childrenOf(subject.target())) {
        if (part instanceof Privileges column && column.target().kind() == Kind.COLUMN) {
          actions.addAll(
              writer(Verb.FINISH, subject.id(), column.target(), scene)
                  .from(new TreeSet<>(), new TreeSet<>(), column.grants(), new TreeSet<>()));
        }
      }
    }
    return actions;
  }

  private static GrantSteps writer(Verb verb, ObjectId subject, ObjectId target, Scene scene) {
    return new GrantSteps(verb, subject, target.toString(), new GrantText(target, scene));
  }

  /**
   * {@return what gives a new object no other privileges than usual, although the database's
   * default privileges are others}
   */
  static List<Action> asUsual(ObjectId subject, ObjectId target, Scene scene) {
    return onNew(Verb.FINISH, subject, target, usual(target, scene), scene);
  }

  private static List<Action> onNew(
      Verb verb, ObjectId subject, ObjectId target, SortedSet<Grant> wanted, Scene scene) {
    SortedSet<Grant> usual = usual(target, scene);
    SortedSet<Grant> possible = new TreeSet<>(usual);
    SortedSet<Grant> certain = new TreeSet<>(usual);
    for (SchemaObject object : scene.actual().ofKind(Kind.DEFAULT_PRIVILEGES)) {
      if (object instanceof DefaultPrivileges defaults && concerns(defaults, target)) {
        possible = new TreeSet<>(Acl.with(possible, defaults.grants()));
        if (defaults.id().schema().isEmpty()) {
          certain.clear();
        }
      }
    }
    return writer(verb, subject, target, scene).from(possible, certain, wanted, possible);
  }

  private static boolean concerns(DefaultPrivileges defaults, ObjectId target) {
    String schema = defaults.id().schema();
    return Grantable.of(target.kind()).orElseThrow().plural().equals(defaults.objects())
        && (schema.isEmpty() || schema.equals(target.schema()));
  }

  private static boolean isFresh(ObjectId target, Scene scene) {
    return scene.fresh().contains(target)
        || scene.isOwnerFresh(target)
        || target.kind() == Kind.SEQUENCE
            && scene
                .target()
                .identityColumn(new QualifiedName(target.schema(), target.name()))
                .filter(
                    column ->
                        scene.fresh().contains(column.id()) || scene.isOwnerFresh(column.id()))
                .isPresent();
  }

  private static SortedSet<Grant> usual(ObjectId target, Scene scene) {
    return Grantable.defaults(target, scene.major());
  }
}
