package dev.drift.engine.progress;

import dev.drift.engine.catalog.History;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.MigrationStatus.Extent;
import dev.drift.engine.progress.MigrationStatus.Flag;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What makes the record true: rows for the migrations whose effects are wholly there, or will be
 * after a repair.
 *
 * @param table the history table
 * @param entries in the migrations' order
 * @param refusals migrations that are not recorded, a sentence each
 */
public record RecordPlan(String table, List<Entry> entries, List<String> refusals) {
  /** Statements that only concern the session; whether they ran does not matter. */
  private static final Set<String> SESSION =
      Set.of(
          "set",
          "reset",
          "show",
          "begin",
          "start",
          "commit",
          "end",
          "rollback",
          "savepoint",
          "release",
          "discard",
          "analyze",
          "lock");

  /**
   * One migration that is recorded.
   *
   * @param what in words
   * @param sql the statements; they may run again
   */
  public record Entry(Migration migration, String what, String sql) {}

  public RecordPlan {
    entries = List.copyOf(entries);
    refusals = List.copyOf(refusals);
  }

  /**
   * What a repair comes to.
   *
   * @param expected the migrations whose schema it makes
   * @param refused the objects that it leaves as they are
   * @param assumed versions of migrations of which the user says that they have run
   */
  public record Repair(List<Migration> expected, Set<ObjectId> refused, Set<String> assumed) {
    public Repair {
      expected = List.copyOf(expected);
      refused = Set.copyOf(refused);
      assumed = Set.copyOf(assumed);
    }
  }

  /** {@return the rows that make this record true after that repair} */
  public static RecordPlan of(Status status, History history, SchemaModel actual, Repair repair) {
    return new Planning(status, history, actual, repair).plan();
  }

  private static final class Planning {
    private final Status status;
    private final History history;
    private final RecordSql sql;
    private final Repair repair;
    private final Set<Migration> expected;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Planning(Status status, History history, SchemaModel actual, Repair repair) {
      this.status = status;
      this.history = history;
      this.sql = new RecordSql(history, actual);
      this.repair = repair;
      this.expected = new HashSet<>(repair.expected());
    }

    RecordPlan plan() {
      boolean onlyOneRow = history.tool().equals("golang-migrate");
      for (MigrationStatus each : status.migrations()) {
        boolean recorded = each.standing().mark() == Mark.APPLIED;
        Optional<String> obstacle = recorded ? Optional.empty() : obstacle(each);
        if (obstacle.isPresent()) {
          if (isWanted(each)) {
            refusals.add(name(each.migration()) + ": " + obstacle.get());
          }
          if (onlyOneRow) {
            break;
          }
        } else if (!recorded) {
          if (onlyOneRow) {
            entries.clear();
          }
          record(each);
        } else if (each.flags().contains(Flag.EDITED) && obstacle(each).isEmpty()) {
          sql.checksum(each.migration())
              .ifPresent(text -> entries.add(new Entry(each.migration(), "its checksum", text)));
        }
      }
      return new RecordPlan(history.table(), entries, refusals);
    }

    private void record(MigrationStatus each) {
      Migration migration = each.migration();
      sql.applied(migration)
          .ifPresentOrElse(
              text -> entries.add(new Entry(migration, "as applied", text)),
              () ->
                  refusals.add(
                      "%s: drift cannot write this row of %s: %s"
                          .formatted(name(migration), history.table(), sql.hint(migration))));
    }

    /** A migration that nobody expects to be there needs no excuse. */
    private boolean isWanted(MigrationStatus each) {
      return expected.contains(each.migration()) || each.standing().mark() == Mark.FAILED;
    }

    private Optional<String> obstacle(MigrationStatus each) {
      if (repair.assumed().contains(each.migration().version())
          || repair.assumed().contains(each.migration().recorded())) {
        return Optional.empty();
      }
      for (StatementStatus statement : each.statements()) {
        Optional<String> obstacle = obstacle(each, statement);
        if (obstacle.isPresent()) {
          return Optional.of(
              "%s:%d %s"
                  .formatted(
                      statement.statement().file(), statement.statement().line(), obstacle.get()));
        }
      }
      return Optional.empty();
    }

    private Optional<String> obstacle(MigrationStatus each, StatementStatus statement) {
      return switch (statement.verdict()) {
        case APPLIED, SUPERSEDED -> Optional.empty();
        case REJECTED -> Optional.of("is refused by PostgreSQL: " + statement.why());
        case UNVERIFIABLE ->
            isSession(statement)
                ? Optional.empty()
                : Optional.of(
                    "leaves no trace that could be looked for; if it has run, say --assume-applied "
                        + name(each.migration()));
        case MISSING, CONFLICTING -> lacking(each, statement);
      };
    }

    private Optional<String> lacking(MigrationStatus each, StatementStatus statement) {
      if (!expected.contains(each.migration()) && each.extent() != Extent.WHOLE) {
        return Optional.of("is not, or not wholly, there");
      }
      return statement.lacking().stream()
          .map(Effect::object)
          .filter(repair.refused()::contains)
          .findFirst()
          .map(object -> "is not made whole by this repair: " + object);
    }

    private static boolean isSession(StatementStatus statement) {
      String text = statement.statement().text().toLowerCase(Locale.ROOT);
      String first = statement.statement().tokens().get(0).text().toLowerCase(Locale.ROOT);
      return SESSION.contains(first) || text.startsWith("select pg_catalog.set_config(");
    }

    private static String name(Migration migration) {
      return migration.version().isEmpty() ? migration.name() : migration.version();
    }
  }
}
