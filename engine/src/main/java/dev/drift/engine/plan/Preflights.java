package dev.drift.engine.plan;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.rule.DomainPreflight;
import dev.drift.engine.plan.rule.Preflight;
import dev.drift.engine.plan.rule.Scene;
import java.util.ArrayList;
import java.util.List;

/** Which steps the data may forbid and can be asked about beforehand. */
final class Preflights {
  private final Fates fates;
  private final Scene scene;
  private final Dependencies after;
  private final Preflight preflight;
  private final DomainPreflight domains;

  Preflights(Fates fates, Dependencies after) {
    this.fates = fates;
    this.scene = fates.scene();
    this.after = after;
    this.preflight = new Preflight(scene);
    this.domains = new DomainPreflight(scene);
  }

  List<Action> actions() {
    var actions = new ArrayList<Action>();
    for (ObjectId id : fates.created()) {
      SchemaObject object = fates.target().find(id).orElseThrow();
      if (isAboutOldData(id)) {
        preflight.ofNew(object).ifPresent(actions::add);
      }
      if (object instanceof DomainConstraint check && check.validated() && isKeptDomain(id)) {
        actions.addAll(domains.of(check));
      }
    }
    fates.changed().forEach((id, changes) -> columns(id, changes, actions));
    for (ObjectId id : fates.changed().keySet()) {
      if (fates.target().find(id).orElse(null) instanceof DomainType domain && domain.notNull()) {
        actions.addAll(domains.ofNotNull(domain));
      }
    }
    fates.rebuilds().converted().keySet().forEach(id -> conversions(id, actions));
    actions.removeIf(action -> scene.isForeign(action.node().id()));
    return actions;
  }

  /** Whether all that {@code id} needs is there already, as it will be. */
  private boolean isAboutOldData(ObjectId id) {
    return isTable(id)
        && after.of(id).stream()
            .noneMatch(
                need ->
                    fates.created().contains(need)
                        || isRetyped(need)
                        || fates.rebuilds().rebuilt().containsKey(need)
                        || fates.rebuilds().converted().containsKey(need));
  }

  private boolean isKeptDomain(ObjectId check) {
    ObjectId domain = ObjectId.of(Kind.DOMAIN, check.schema(), check.parent());
    return fates.actual().contains(domain)
        && !fates.created().contains(domain)
        && !fates.rebuilds().rebuilt().containsKey(domain);
  }

  /** What foreign tables hold is not known here, and costs. */
  private boolean isTable(ObjectId part) {
    return fates.actual().contains(part.parentTable())
        && fates.target().contains(part.parentTable());
  }

  private boolean isRetyped(ObjectId id) {
    return fates.changed().getOrDefault(id, List.of()).stream()
            .anyMatch(change -> change.unsettling() || change.work() == Work.REWRITE)
        && fates.actual().find(id).orElse(null) instanceof Column;
  }

  private void columns(ObjectId id, List<Action> changes, List<Action> actions) {
    if (!isTable(id)
        || !(fates.actual().find(id).orElseThrow() instanceof Column before)
        || !(fates.target().find(id).orElseThrow() instanceof Column after)
        || fates.rebuilds().rebuilt().containsKey(id)) {
      return;
    }
    for (Action change : changes) {
      if (change.unsettling() && !scene.isOwnerFresh(id)) {
        preflight.ofType(before, after).ifPresent(actions::add);
      }
    }
    if (changes.stream().anyMatch(change -> change.node().verb() == Verb.TIGHTEN)) {
      preflight.ofNotNull(after).ifPresent(actions::add);
    }
  }

  private void conversions(ObjectId id, List<Action> actions) {
    Column column = fates.actual().find(id, Column.class).orElseThrow();
    for (SchemaObject type : fates.actual().named(column.type().schema(), column.type().name())) {
      if (type instanceof EnumType before) {
        fates
            .target()
            .find(before.id(), EnumType.class)
            .flatMap(now -> preflight.ofEnum(column, before, now))
            .ifPresent(actions::add);
      }
    }
  }
}
