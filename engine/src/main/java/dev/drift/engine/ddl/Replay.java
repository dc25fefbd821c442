package dev.drift.engine.ddl;

import dev.drift.engine.canon.typing.SystemRelations;
import dev.drift.engine.ddl.guard.Contents;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.event.Fold;
import dev.drift.engine.event.Origin;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Draft;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Schema;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs whole histories: every statement of every migration, in order, from an empty database. */
public final class Replay {
  /** What a database holds before the first migration. */
  public static final SchemaModel EMPTY_DATABASE =
      SchemaModel.of(List.of(new Schema(ObjectId.global(Kind.SCHEMA, "public"))));

  private final int serverMajor;
  private final Draft draft = new Draft(EMPTY_DATABASE);
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final SortedSet<ObjectId> opaque = new TreeSet<>();
  private final Transaction transaction;
  private Doubt doubt = Doubt.NONE;
  private Contents contents = Contents.NONE;
  private final Onlooker onlooker;
  private List<String> defaultPath;
  private Roles roles;
  private final Now now;

  private Replay(Session start, Onlooker onlooker) {
    this.onlooker = onlooker;
    this.serverMajor = start.serverMajor();
    this.defaultPath = start.defaultPath();
    this.roles = start.roles();
    this.now = start.now();
    this.transaction = new Transaction(freshSession(), this::undoFrom, outcomes::size);
  }

  /**
   * {@return what {@code migrations} make of an empty database}
   *
   * @param start the session in which they start, and whose server's rules apply
   */
  public static Replayed replay(List<Migration> migrations, Session start) {
    return replay(migrations, start, Onlooker.NONE);
  }

  static Replayed replay(List<Migration> migrations, Session start, Onlooker onlooker) {
    var replay = new Replay(start, onlooker);
    for (int i = 0; i < migrations.size(); i++) {
      replay.run(i, migrations.get(i));
    }
    List<Recorded> events =
        replay.outcomes.stream().flatMap(outcome -> outcome.events().stream()).toList();
    replay.closeGaps();
    replay.leaveOutSystemSchemas();
    return new Replayed(
        replay.draft.toModel(), events, replay.problems, replay.outcomes, replay.opaque);
  }

  /** SET lasts from migration to migration, unless the tool gives each a session of its own. */
  private void run(int index, Migration migration) {
    Session session =
        migration.freshSession()
            ? freshSession()
            : transaction.session().withDefaultPath(defaultPath);
    transaction.startSession(session, migration.transactional());
    for (int i = 0; i < migration.statements().size(); i++) {
      Statement statement = migration.statements().get(i);
      run(statement, migration.version(), index, i);
    }
    transaction.endSession();
  }

  private Session freshSession() {
    return Session.fresh(serverMajor, defaultPath).with(roles).with(now);
  }

  private void run(Statement statement, String version, int migration, int index) {
    var before = new Context(draft, transaction.session(), doubt, contents);
    contents = Writes.after(statement.tokens(), before);
    Context context = before.with(contents);
    onlooker.sees(outcomes.size(), statement, origin(statement, version, index), context);
    Decision decision = Decide.decide(statement, context);
    var events = new ArrayList<Recorded>();
    for (Decision.Effect effect : effects(decision)) {
      events.add(record(effect, statement, version, index));
    }
    events.forEach(recorded -> Fold.apply(draft, recorded.event()));
    contents = moved(contents, events);
    outcomes.add(new Outcome(migration, index, before.session(), decision, events));
    report(decision, statement);
    if (!(decision instanceof Decision.Rejected)) {
      settings(decision).forEach(this::set);
      set(statement.tokens());
    }
  }

  private void set(List<Token> statement) {
    transaction.after(new TokenReader(statement));
    defaultPath = SessionReader.defaultPath(new TokenReader(statement)).orElse(defaultPath);
    roles = transaction.session().roles();
  }

  private static List<List<Token>> settings(Decision decision) {
    return switch (decision) {
      case Decision.Effects effects -> effects.settings();
      case Decision.Opaque unknown -> unknown.settings();
      case Decision.Rejected rejected -> List.of();
      case Decision.Unparsed unparsed -> List.of();
      case Decision.NoSchemaEffect none -> List.of();
    };
  }

  /** Rows go where their table goes; a column that is new or another puts values into them. */
  private static Contents moved(Contents contents, List<Recorded> events) {
    var moved = new TreeSet<ObjectId>();
    var changed = new TreeSet<ObjectId>();
    for (Recorded recorded : events) {
      if (recorded.event().subject().kind() == Kind.COLUMN) {
        changed.add(recorded.event().subject().parentTable());
      }
      if (recorded.event() instanceof SchemaEvent.Renamed renamed
          && contents.filled().contains(renamed.before().id())) {
        moved.add(renamed.after().id());
      }
    }
    return contents.with(moved).withAnyTexts(changed);
  }

  private static List<Decision.Effect> effects(Decision decision) {
    return switch (decision) {
      case Decision.Effects effects -> effects.effects();
      case Decision.Opaque unknown -> unknown.effects();
      case Decision.Rejected rejected -> List.of();
      case Decision.Unparsed unparsed -> List.of();
      case Decision.NoSchemaEffect none -> List.of();
    };
  }

  private static Origin origin(Statement statement, String version, int index) {
    return new Origin(version, statement.file(), statement.line(), statement.column(), index);
  }

  private static Recorded record(
      Decision.Effect effect, Statement statement, String version, int index) {
    Token at = effect.clause().orElse(statement.tokens().get(0));
    return new Recorded(
        effect.event(), new Origin(version, statement.file(), at.line(), at.column(), index));
  }

  private void report(Decision decision, Statement statement) {
    switch (decision) {
      case Decision.Effects effects -> opaque.addAll(effects.elsewhere());
      case Decision.NoSchemaEffect none -> {}
      case Decision.Rejected rejected ->
          problem(Problem.Kind.REJECTED, statement, rejected.at(), rejected.message());
      case Decision.Unparsed unparsed -> {
        problem(Problem.Kind.UNPARSED, statement, unparsed.at(), unparsed.message());
        doubt = doubt.and(new TreeSet<>());
        contents = Contents.ANY;
      }
      case Decision.Opaque unknown -> {
        problem(Problem.Kind.OPAQUE, statement, Optional.empty(), unknown.reason());
        opaque.addAll(unknown.touched());
        doubt = doubt.and(unknown.touched());
      }
    }
  }

  private void problem(
      Problem.Kind kind, Statement statement, Optional<Token> token, String message) {
    Token at = token.orElse(statement.tokens().get(0));
    problems.add(new Problem(kind, statement.file(), at.line(), at.column(), message));
  }

  /** Dropped columns leave gaps, which are no event of the columns behind them. */
  private void closeGaps() {
    for (SchemaObject table : draft.ofKind(Kind.TABLE)) {
      int position = 0;
      for (Column column : TableColumns.of(draft, table.id())) {
        int place = ++position;
        if (column.position() != place) {
          draft.put(ColumnEdit.of(column, edit -> edit.position = place));
        }
      }
    }
  }

  /** What migrations add to the server's own schemas is no part of a model. */
  private void leaveOutSystemSchemas() {
    List<ObjectId> system =
        Stream.of(Kind.values())
            .flatMap(kind -> draft.ofKind(kind).stream())
            .map(SchemaObject::id)
            .filter(id -> SystemRelations.isSystem(id.schema()))
            .toList();
    system.forEach(draft::remove);
  }

  /** Takes back what the statements from the outcome {@code from} on have changed. */
  private void undoFrom(int from) {
    onlooker.undone(from, outcomes.size());
    for (int i = outcomes.size() - 1; i >= from; i--) {
      List<Recorded> events = outcomes.get(i).events();
      for (int k = events.size() - 1; k >= 0; k--) {
        undo(events.get(k).event());
      }
      outcomes.set(i, outcomes.get(i).undone());
    }
  }

  private void undo(SchemaEvent event) {
    switch (event) {
      case SchemaEvent.Created created -> draft.remove(created.object().id());
      case SchemaEvent.Altered altered -> draft.put(altered.before());
      case SchemaEvent.Renamed renamed -> draft.rename(renamed.after().id(), renamed.before());
      case SchemaEvent.Dropped dropped -> draft.put(dropped.object());
    }
  }
}
