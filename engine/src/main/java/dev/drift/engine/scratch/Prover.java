package dev.drift.engine.scratch;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Bystanders;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tries a plan on a throwaway server: the live schema is made anew there, without its data, the
 * plan's steps are run, the outcome is compared, they are run again, and it is compared again.
 */
public final class Prover {
  private final ScratchHost host;
  private final Claim claim;
  private final Target database;
  private final ScratchSession session;

  private Prover(ScratchHost host, Claim claim, Target database, ScratchSession session) {
    this.host = host;
    this.claim = claim;
    this.database = database;
    this.session = session;
  }

  /** {@return what became of the plan, and of the way back} */
  public static Verdicts prove(ScratchHost host, Claim claim) {
    Target database = host.create(claim.searchPath());
    try (ScratchSession session = new ScratchSession(host, database)) {
      return new Prover(host, claim, database, session).prove();
    }
  }

  private Verdicts prove() {
    Rebuild rebuild = Rebuild.of(claim.actual(), host.major(), session);
    SchemaModel rebuilt = model();
    Optional<String> unlike = unlike(rebuilt, rebuild);
    if (unlike.isPresent()) {
      return failed("the live schema could not be made anew there: " + unlike.get());
    }
    SortedSet<String> lacking = lacking(rebuild);
    Plan plan = counterpart(rebuilt, !lacking.isEmpty());
    Optional<String> astray = astray(plan);
    if (astray.isPresent() && lacking.isEmpty()) {
      return failed("for the schema made anew there the plan is another one: " + astray.get());
    }
    var trial = new Trial(session, plan, lacking);
    Optional<String> failure =
        trial.fails(this::model, arrived -> remaining(arrived, plan, rebuild, trial));
    if (failure.isPresent()) {
      return failed(failure.get());
    }
    Proof held = held(trial, plan, claim.plan(), lacking);
    return new Verdicts(held, claim.back().map(way -> back(way, lacking)));
  }

  private Verdicts.WayBack back(Function<SchemaModel, Plan> way, SortedSet<String> lacking) {
    Plan plan = way.apply(model());
    var trial = new Trial(session, plan, lacking);
    Optional<String> failure =
        trial.fails(
            this::model,
            returned ->
                way.apply(returned).steps().stream()
                    .map(Step::what)
                    .findFirst()
                    .map(what -> "still to do would be: " + what));
    return new Verdicts.WayBack(
        plan,
        failure
            .<Proof>map(reason -> new Proof.Failed(host.version(), reason))
            .orElseGet(() -> held(trial, plan, plan, lacking)));
  }

  /**
   * The same plan for the schema as the throwaway server spells it: an expression that is read and
   * written again need not be written the same, and guards look for the old text.
   */
  private Plan counterpart(SchemaModel rebuilt, boolean inParts) {
    Plan there = claim.next().apply(rebuilt);
    return inParts
        ? new Plan(
            there.steps().stream()
                .filter(step -> claim.plan().steps().stream().anyMatch(isLike(step)))
                .toList(),
            there.refusals())
        : there;
  }

  private Optional<String> astray(Plan plan) {
    List<String> here = claim.plan().steps().stream().map(Step::what).toList();
    List<String> there = plan.steps().stream().map(Step::what).toList();
    if (here.equals(there)) {
      return Optional.empty();
    }
    var surplus = new ArrayList<>(there);
    here.forEach(surplus::remove);
    var lacking = new ArrayList<>(here);
    there.forEach(lacking::remove);
    return Optional.of(
        !surplus.isEmpty()
            ? "it would also " + surplus.getFirst()
            : !lacking.isEmpty() ? "it would not " + lacking.getFirst() : "the order differs");
  }

  private Proof held(Trial trial, Plan run, Plan whole, SortedSet<String> lacking) {
    var gaps = new ArrayList<>(trial.gaps());
    if (host.major() != claim.major()) {
      gaps.addFirst(
          "The database runs PostgreSQL %d, whose programs are not here.".formatted(claim.major()));
    }
    if (!lacking.isEmpty()) {
      String steps = String.join(", ", trial.untried().stream().map(i -> "" + i).toList());
      gaps.add(
          "Not covered, because the server has no extension %s: what uses it%s."
              .formatted(String.join(", ", lacking), steps.isEmpty() ? "" : "; steps " + steps));
    }
    return new Proof.Held(
        host.version(), run.steps().size() - trial.untried().size(), whole.steps().size(), gaps);
  }

  private Verdicts failed(String reason) {
    String versions =
        host.major() == claim.major()
            ? ""
            : " (the database itself runs PostgreSQL %d)".formatted(claim.major());
    return new Verdicts(new Proof.Failed(host.version(), reason + versions), Optional.empty());
  }

  /** Where something was refused for want of an extension, what is missing is no surprise. */
  private Optional<String> unlike(SchemaModel rebuilt, Rebuild rebuild) {
    if (rebuild.lacking().isEmpty() && !rebuild.refused().isEmpty()) {
      ObjectId first = rebuild.refused().firstKey();
      return Optional.of(first + ": " + rebuild.refused().get(first));
    }
    return Bystanders.without(Comparison.compare(claim.actual(), rebuilt), claim.actual()).stream()
        .filter(difference -> isCertain(difference))
        .filter(difference -> rebuild.lacking().isEmpty() || !difference.isMissing())
        .map(Prover::words)
        .findFirst();
  }

  private SortedSet<String> lacking(Rebuild rebuild) {
    var lacking = new TreeSet<>(rebuild.lacking());
    SortedSet<String> available = session.extensions();
    claim.plan().steps().stream()
        .map(Step::subject)
        .filter(id -> id.kind() == Kind.EXTENSION)
        .map(ObjectId::name)
        .filter(name -> !available.contains(name))
        .forEach(lacking::add);
    return lacking;
  }

  /** {@return what is still to be done; what was not tried, or could not be there, aside} */
  private Optional<String> remaining(SchemaModel arrived, Plan plan, Rebuild rebuild, Trial trial) {
    Set<ObjectId> excused = new TreeSet<>(rebuild.refused().keySet());
    plan.steps().stream()
        .filter(step -> trial.untried().contains(step.place()))
        .map(Step::subject)
        .forEach(excused::add);
    Plan rest = claim.next().apply(arrived);
    boolean lenient = !rebuild.lacking().isEmpty() || !trial.untried().isEmpty();
    return rest.steps().stream()
        .filter(step -> !lenient || !excused.contains(step.subject()))
        .filter(step -> !lenient || claim.plan().steps().stream().anyMatch(isLike(step)))
        .map(Step::what)
        .findFirst()
        .map(what -> "still to do would be: " + what);
  }

  private static Predicate<Step> isLike(Step other) {
    return step -> step.subject().equals(other.subject());
  }

  private static boolean isCertain(Difference difference) {
    return difference.isMissing()
        || difference.isUnexpected() && !isOfExtension(difference)
        || difference.attributes().keySet().stream().anyMatch(difference::differsIn);
  }

  private static boolean isOfExtension(Difference difference) {
    return difference.actual().orElseThrow() instanceof Extension;
  }

  private static String words(Difference difference) {
    return difference.isMissing()
        ? difference.id() + " is missing"
        : difference.isUnexpected()
            ? difference.id() + " is too much"
            : difference.id()
                + " differs in "
                + String.join(", ", difference.attributes().keySet());
  }

  private SchemaModel model() {
    return Catalog.introspect(database, IntrospectionOptions.defaults()).model();
  }
}
