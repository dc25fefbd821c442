package dev.drift.engine.render;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.progress.Effect;
import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.progress.MigrationStatus.Flag;
import dev.drift.engine.progress.MigrationStatus.Verdict;
import dev.drift.engine.progress.Point;
import dev.drift.engine.progress.StatementStatus;
import dev.drift.engine.progress.Status;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How far a database is, in words. */
final class StatusWording {
  private StatusWording() {}

  /** {@return what people call a migration: its version or, lacking one, its name} */
  static String name(Migration migration) {
    return migration.version().isEmpty() ? migration.name() : migration.version();
  }

  /** {@return its version with its name, where the one does not hold the other} */
  static String title(Migration migration) {
    String name = migration.name();
    return migration.version().isEmpty() || name.isEmpty() || migration.version().contains(name)
        ? name(migration)
        : migration.version() + " " + name;
  }

  /** {@return the point in a sentence: {@code at 0007 plus statements 1 to 3 of 0008}} */
  static String point(Status status) {
    Point point = status.point();
    String whole =
        point.migrations() == 0
            ? "before the first migration"
            : "at " + name(status.migrations().get(point.migrations() - 1).migration());
    if (!point.isInside()) {
      return whole;
    }
    String inside = name(status.migrations().get(point.migrations()).migration());
    String statements =
        point.statements() == 1 ? "statement 1" : "statements 1 to " + point.statements();
    return point.migrations() == 0
        ? "at %s of %s".formatted(statements, inside)
        : "%s plus %s of %s".formatted(whole, statements, inside);
  }

  /** {@return what there is to say of a migration beside its verdict} */
  static List<String> notes(MigrationStatus status, Status all, String tool) {
    var notes = new ArrayList<String>();
    verdict(status, all.table().isPresent(), tool).ifPresent(notes::add);
    if (status.standing().entry().filter(entry -> entry.steps().equals(zero())).isPresent()
        && status.verdict() != Verdict.FAILED
        && !status.statements().isEmpty()) {
      notes.add("its row counts no step: somebody marked it as applied");
    }
    for (Flag flag : status.flags()) {
      notes.add(flag(flag, status, tool));
    }
    return notes;
  }

  private static OptionalInt zero() {
    return OptionalInt.of(0);
  }

  private static Optional<String> verdict(MigrationStatus status, boolean record, String tool) {
    return switch (status.verdict()) {
      case APPLIED, PENDING -> Optional.empty();
      case PARTIAL -> Optional.of((record ? "recorded, but " : "") + lacking(status));
      case CHANGED ->
          Optional.of((record ? "recorded and " : "") + "there, but not as it was made");
      case MISSING ->
          Optional.of(record ? "recorded, but nothing of it is there" : "nothing of it is there");
      case UNRECORDED -> Optional.of("all of it is there, and it is not recorded");
      case STARTED -> Optional.of("not recorded, and part of it is there: " + lacking(status));
      case SKIPPED ->
          Optional.of(
              "not recorded, and %s will never run it: a newer one is recorded".formatted(tool));
      case FAILED -> Optional.of("recorded as failed: " + failed(status));
    };
  }

  private static String failed(MigrationStatus status) {
    return switch (status.extent()) {
      case WHOLE -> "all of it is there, so it may be marked as applied";
      case MISSING -> "nothing of it is there, so it may be marked as rolled back and run again";
      case CHANGED, PARTIAL -> lacking(status) + ", so it is neither applied nor rolled back";
      case UNTRACEABLE -> "whether it ran cannot be seen in the schema";
    };
  }

  private static String lacking(MigrationStatus status) {
    int lacking = 0;
    int traceable = 0;
    for (StatementStatus statement : status.statements()) {
      switch (statement.verdict()) {
        case MISSING, CONFLICTING -> {
          lacking++;
          traceable++;
        }
        case APPLIED -> traceable++;
        case SUPERSEDED, UNVERIFIABLE, REJECTED -> {}
      }
    }
    return "%d of %d statements %s not, or not wholly, there"
        .formatted(lacking, traceable, lacking == 1 ? "is" : "are");
  }

  private static String flag(Flag flag, MigrationStatus status, String tool) {
    return switch (flag) {
      case EDITED ->
          switch (status.extent()) {
            case WHOLE, CHANGED ->
                "edited since it was applied, but all that it says now is there: the edit does not"
                    + " change the schema";
            case UNTRACEABLE -> "edited since it was applied";
            case PARTIAL, MISSING ->
                "edited since it was applied: what is not there may have come with the edit";
          };
      case COLLIDES -> "another migration has the same number";
      case OUT_OF_ORDER -> "applied after one that comes behind it";
      case LATE -> "older than what is recorded: %s refuses to go on".formatted(tool);
    };
  }

  /**
   * {@return what a statement lacks, a sentence each; parts of what is missing go without saying}
   */
  static List<String> lacking(StatementStatus statement) {
    var missing = new HashSet<ObjectId>();
    for (Effect effect : statement.lacking()) {
      if (effect.actual().isEmpty()) {
        missing.add(effect.object());
      }
    }
    return statement.lacking().stream()
        .filter(effect -> !goesWithoutSaying(effect, missing))
        .map(StatusWording::sentence)
        .distinct()
        .toList();
  }

  private static boolean goesWithoutSaying(Effect effect, HashSet<ObjectId> missing) {
    ObjectId id = effect.object();
    return effect.attribute().isPresent() && effect.actual().isEmpty() && missing.contains(id)
        || !id.parent().isEmpty()
            && missing.stream().anyMatch(whole -> whole.parent().isEmpty() && id.belongsTo(whole));
  }

  /** {@return one effect that is not there, in a sentence} */
  static String sentence(Effect effect) {
    String object = Wording.name(effect.object());
    if (effect.expected().isEmpty()) {
      return object + " is still there";
    }
    if (effect.actual().isEmpty() || effect.attribute().isEmpty()) {
      return object + " is missing";
    }
    return Wording.message(
        new Finding(
            Finding.Type.CHANGED,
            Severity.ERROR,
            effect.object(),
            effect.attribute(),
            effect.expected(),
            effect.actual(),
            Optional.empty()));
  }

  /** {@return a finding about a migration, in a sentence} */
  static String history(ObjectId migration, String attribute) {
    String name = Kind.MIGRATION.words() + " " + migration.name();
    return switch (attribute) {
      case "checksum" -> name + " was edited after it was applied";
      case "failed" -> name + " broke off: the history table records it as failed";
      case "partial" -> name + " is recorded as applied, but only part of it is there";
      case "missing" -> name + " is recorded as applied, but nothing of it is there";
      case "skipped" -> name + " is not recorded, and will never run: a newer one is recorded";
      case "unrecorded" -> name + " is wholly there, but not recorded as applied";
      case "started" -> name + " is not recorded as applied, but part of it is there";
      case "file" -> name + " is recorded as applied, but there is no such file";
      case "collides" -> name + " has the number of another one";
      case "late" -> name + " is not recorded, but a newer one is";
      case "out-of-order" -> name + " was applied after one that comes behind it";
      default -> name + ": " + attribute;
    };
  }
}
