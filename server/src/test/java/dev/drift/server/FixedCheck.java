package dev.drift.server;

import dev.drift.engine.render.Verdict;
import dev.drift.server.CheckResult.MigrationState;
import dev.drift.server.CheckResult.Recorded;
import dev.drift.server.CheckResult.TableState;
import dev.drift.server.CheckResult.Weight;
import java.time.Duration;
import java.util.List;

/** Results as a check comes to them. */
final class FixedCheck {
  static final String JSON = Resources.text("check.json");
  static final String SCRIPT = "ALTER TABLE public.users ADD COLUMN password text;\n";

  private FixedCheck() {}

  /** {@return two of eight migrations applied: what households looked like} */
  static CheckResult drift() {
    return new CheckResult(
        Verdict.DRIFT,
        JSON,
        () -> SCRIPT,
        Duration.ofMillis(42),
        List.of(
            new MigrationState("000", "start", "000_start.sql", Recorded.APPLIED),
            new MigrationState("001", "users", "001_users.sql", Recorded.APPLIED),
            new MigrationState("011", "invitations", "011_invitations.sql", Recorded.PENDING)),
        List.of(
            new TableState("users", true, Weight.CRITICAL),
            new TableState("invitations", false, Weight.EXPECTED)));
  }

  static CheckResult clean() {
    return new CheckResult(
        Verdict.CLEAN,
        "{}",
        () -> "",
        Duration.ofMillis(7),
        List.of(new MigrationState("000", "start", "000_start.sql", Recorded.APPLIED)),
        List.of(new TableState("users", true, Weight.EXPECTED)));
  }

  static CheckResult withoutCriticalTable() {
    CheckResult drift = drift();
    return new CheckResult(
        drift.verdict(),
        drift.json(),
        drift.repair(),
        drift.responseTime(),
        drift.migrations(),
        List.of(new TableState("users", false, Weight.CRITICAL)));
  }
}
