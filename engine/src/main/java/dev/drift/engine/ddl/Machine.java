package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Contents;
import dev.drift.engine.ddl.guard.Evaluator;
import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The state of procedural code while it runs on the model: the changes so far, the session, the
 * variables, and what remained unclear.
 */
final class Machine {
  /** How many steps code may take before it is left as opaque. */
  private static final int STEPS = 20_000;

  private final Doubt doubt;
  private final Contents contents;
  private final int[] steps;
  private final Optional<Token> site;
  private final int depth;
  private Session session;
  private final List<String> reasons = new ArrayList<>();
  private final SortedSet<ObjectId> touched = new TreeSet<>();
  private final SortedSet<ObjectId> elsewhere = new TreeSet<>();
  private final List<List<Token>> settings = new ArrayList<>();
  private boolean unbounded;
  private int certain = Integer.MAX_VALUE;
  private boolean unsure;
  final Changes changes;
  final Variables variables;

  Machine(Context context) {
    this(context, new Variables(context.session().now()), new int[1], Optional.empty(), 0);
  }

  private Machine(
      Context context, Variables variables, int[] steps, Optional<Token> site, int depth) {
    this.changes = new Changes(context);
    this.session = context.session();
    this.doubt = context.doubt();
    this.contents = context.contents();
    this.variables = variables;
    this.steps = steps;
    this.site = site;
    this.depth = depth;
  }

  /** {@return a machine that goes on from here and can be thrown away} */
  Machine fork() {
    return new Machine(context(), variables.copy(), steps, site, depth);
  }

  /** {@return a machine for a function called here, whose effects are put down to {@code at}} */
  Machine call(Optional<Token> at) {
    return new Machine(
        context(), new Variables(session.now()), steps, site.or(() -> at), depth + 1);
  }

  /** {@return how many calls are under way} */
  int depth() {
    return depth;
  }

  /** Takes over what a fork did. */
  void adopt(Machine fork) {
    if (fork.certain != Integer.MAX_VALUE) {
      certain = Math.min(certain, changes.list().size() + fork.certain);
    }
    changes.addAll(fork.changes.list());
    takeDoubts(fork);
    unsure |= fork.unsure;
    session = fork.session;
  }

  /** Takes over what a called function did; where it may have ended is its own affair. */
  void adoptCall(Machine callee) {
    changes.addAll(callee.settled());
    takeDoubts(callee);
    session = callee.session;
  }

  private void takeDoubts(Machine other) {
    settings.addAll(other.settings);
    elsewhere.addAll(other.elsewhere);
    reasons.addAll(other.reasons);
    touched.addAll(other.touched);
    unbounded |= other.unbounded;
  }

  Context context() {
    return new Context(changes.objects(), session, doubt, contents);
  }

  Evaluator evaluator(Evaluator.CallHandler calls) {
    return new Evaluator(context().facts(), calls);
  }

  /** Counts a step; gives up where code runs on and on. */
  void step() {
    if (++steps[0] > STEPS) {
      throw new OpaqueException("runs for too long", new TreeSet<>());
    }
  }

  /** Decides one SQL statement here. */
  void run(List<Token> statement) {
    Optional<Token> at = site.or(() -> statement.stream().findFirst());
    switch (Decide.decide(statement, context())) {
      case Decision.Effects effects -> add(effects.effects(), at);
      case Decision.NoSchemaEffect none -> {}
      case Decision.Rejected rejected ->
          throw new SqlError(
              ErrorConditions.of(rejected.message()),
              rejected.message(),
              rejected.at().or(() -> at));
      case Decision.Unparsed unparsed ->
          unclear("not understood: " + unparsed.message(), new TreeSet<>());
      case Decision.Opaque opaque -> {
        add(opaque.effects(), at);
        unclear(opaque.reason(), opaque.touched());
      }
    }
    set(statement);
  }

  /** Decides a statement about shapes. {@return whether it is about nothing else} */
  boolean runShape(List<Token> statement) {
    if (statement.get(0).is("drop")) {
      return false;
    }
    return switch (Decide.decide(statement, context())) {
      case Decision.Effects effects -> {
        boolean shapes =
            effects.effects().stream().allMatch(effect -> Shapes.concerns(effect.event()));
        if (shapes) {
          add(effects.effects(), site.or(() -> statement.stream().findFirst()));
        }
        yield shapes;
      }
      case Decision.NoSchemaEffect none -> true;
      case Decision.Rejected rejected -> rejected.message().endsWith("already exists");
      case Decision.Unparsed unparsed -> false;
      case Decision.Opaque opaque -> statement.get(0).is("create") && hasAll(opaque.touched());
    };
  }

  /** {@return whether all these are there, and shapes: that one is made again says nothing} */
  private boolean hasAll(SortedSet<ObjectId> ids) {
    return !ids.isEmpty()
        && ids.stream().allMatch(id -> Shapes.isShape(id) && changes.objects().contains(id));
  }

  /** {@return whether it does nothing but make and change shapes} */
  boolean makesShapesOnly() {
    return changes.list().stream().allMatch(effect -> Shapes.concerns(effect.event()));
  }

  /** Takes note of a statement that may set something for the session. */
  void set(List<Token> statement) {
    Session after = SessionReader.after(new TokenReader(statement), session);
    boolean lasting = SessionReader.defaultPath(new TokenReader(statement)).isPresent();
    if (lasting || !after.equals(session)) {
      settings.add(statement);
    }
    session = after;
  }

  private void add(List<Decision.Effect> effects, Optional<Token> at) {
    changes.addAll(
        effects.stream()
            .map(
                effect ->
                    new Decision.Effect(
                        effect.event(), site.isPresent() ? site : effect.clause().or(() -> at)))
            .toList());
  }

  /** Notes something that is not known; nothing touched means anything. */
  void unclear(String reason, SortedSet<ObjectId> mayTouch) {
    reasons.add(reason);
    touched.addAll(mayTouch);
    unbounded |= mayTouch.isEmpty();
  }

  /** Notes what the code would touch if tables held other rows than they do. */
  void elsewhere(Machine trial) {
    if (!trial.isUnbounded()) {
      elsewhere.addAll(trial.reach());
    }
  }

  /** From here on the code may have ended already: what follows is not certain. */
  void mayHaveEnded() {
    certain = Math.min(certain, changes.list().size());
  }

  /** The loop that is running may have ended or gone on to its next round. */
  void mayHaveLeftLoop() {
    unsure = true;
  }

  /** {@return whether the loop that is running may have ended or gone on to its next round} */
  boolean mayHaveLeft() {
    return unsure;
  }

  /** {@return whether it does nothing to the schema, as far as is known} */
  boolean isIdle() {
    return changes.list().isEmpty() && reasons.isEmpty();
  }

  /** {@return whether something remained unclear} */
  boolean isUnclear() {
    return !reasons.isEmpty();
  }

  /** {@return all that it changes or may change} */
  SortedSet<ObjectId> reach() {
    var reach = new TreeSet<>(touched);
    for (Decision.Effect effect : changes.list()) {
      reach.add(effect.event().subject());
      if (effect.event() instanceof SchemaEvent.Renamed renamed) {
        reach.add(renamed.after().id());
      }
    }
    return reach;
  }

  /** {@return whether what it may touch cannot be bounded} */
  boolean isUnbounded() {
    return unbounded;
  }

  /** {@return what the code came to} */
  Decision decision() {
    List<Decision.Effect> effects = settled();
    return reasons.isEmpty()
        ? new Decision.Effects(effects, settings, elsewhere)
        : new Decision.Opaque(
            reasons.get(0), unbounded ? new TreeSet<>() : touched, effects, settings);
  }

  /** The effects that are certain, and shapes, which commit to nothing; the others are doubts. */
  private List<Decision.Effect> settled() {
    List<Decision.Effect> effects = changes.list();
    if (certain >= effects.size()) {
      return effects;
    }
    var settled = new ArrayList<>(effects.subList(0, certain));
    boolean doubtful = false;
    for (Decision.Effect effect : effects.subList(certain, effects.size())) {
      if (Shapes.concerns(effect.event())) {
        settled.add(effect);
      } else {
        touched.add(effect.event().subject());
        doubtful = true;
      }
    }
    if (doubtful) {
      reasons.add("may end before this, depending on data");
    }
    return settled;
  }
}
