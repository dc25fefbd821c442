package dev.drift.engine.render;

import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.progress.StatementStatus;
import dev.drift.engine.progress.Status;
import dev.drift.engine.source.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How far a database is, for people: one line a migration, only what is wrong expanded. */
public final class StatusText {
  private static final int SHOWN = 3;

  private final StatusReport report;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private StatusText(StatusReport report, Style style) {
    this.report = report;
    this.style = style;
  }

  /** {@return the report as lines of text} */
  public static String render(StatusReport report, Verdict verdict, Style style) {
    var text = new StatusText(report, style);
    text.head();
    report.status().migrations().forEach(text::migration);
    for (String key : report.status().gone()) {
      text.row("gone", key, List.of("recorded, but there is no such file"), true);
    }
    text.gaps();
    text.verdict(verdict);
    return text.out.toString();
  }

  private void head() {
    Status status = report.status();
    line(
        "%s%d %s %s, %s"
            .formatted(
                report.database().isEmpty()
                    ? ""
                    : style.bold(report.database()) + " (PostgreSQL " + report.server() + "), ",
                status.migrations().size(),
                report.tool(),
                status.migrations().size() == 1 ? "migration" : "migrations",
                status.table().map(table -> "recorded in " + table).orElse("no record")));
    line(
        status.exact()
            ? "The database is " + StatusWording.point(status) + "."
            : "The database is at no point of them exactly; it comes nearest to being "
                + StatusWording.point(status)
                + ".");
    line("");
  }

  private void migration(MigrationStatus each) {
    row(
        each.verdict().label(),
        StatusWording.title(each.migration()),
        StatusWording.notes(each, report.status(), report.tool()),
        each.isTrouble());
    for (StatementStatus statement : each.statements()) {
      switch (statement.verdict()) {
        case MISSING, CONFLICTING -> {
          if (isExpanded(each)) {
            statement(statement, StatusWording.lacking(statement));
          }
        }
        case REJECTED -> statement(statement, List.of(statement.why()));
        case APPLIED, SUPERSEDED, UNVERIFIABLE -> {}
      }
    }
  }

  /** Where nothing is there, one line says it all. */
  private static boolean isExpanded(MigrationStatus each) {
    return switch (each.verdict()) {
      case PARTIAL, STARTED, FAILED, SKIPPED -> each.extent() == MigrationStatus.Extent.PARTIAL;
      case MISSING, CHANGED -> true;
      case APPLIED, UNRECORDED, PENDING -> false;
    };
  }

  private void row(String label, String name, List<String> notes, boolean trouble) {
    String start = "  %-11s".formatted(label);
    line(
        (trouble ? style.red(start) : start)
            + name
            + (notes.isEmpty() ? "" : "  " + String.join("; ", notes)));
  }

  private void statement(StatementStatus statement, List<String> sentences) {
    String place = statement.statement().file() + ":" + statement.statement().line();
    String label = statement.verdict().label();
    int shown = Math.min(sentences.size(), SHOWN);
    for (int i = 0; i < shown; i++) {
      line("    %-12s %s  %s".formatted(i == 0 ? label : "", style.dim(place), sentences.get(i)));
    }
    if (sentences.size() > shown) {
      line("    %-12s %s  and %d more".formatted("", style.dim(place), sentences.size() - shown));
    }
  }

  private void gaps() {
    if (!report.unreadable().isEmpty()) {
      line("");
      report.unreadable().forEach(sentence -> line("  not readable: " + sentence));
    }
    List<Problem> unread =
        report.problems().stream()
            .filter(problem -> problem.kind() != Problem.Kind.REJECTED)
            .toList();
    if (!unread.isEmpty()) {
      line("");
      unread.forEach(
          problem ->
              line(
                  "  %-11s%s:%d  %s"
                      .formatted(
                          problem.kind().name().toLowerCase(Locale.ROOT),
                          problem.file(),
                          problem.line(),
                          problem.message())));
    }
  }

  private void verdict(Verdict verdict) {
    line("");
    line(
        switch (verdict) {
          case CLEAN -> style.green("In order: " + counts() + ".");
          case DRIFT -> style.red("Not in order: " + counts() + ".");
          case INCOMPLETE ->
              style.yellow("Incomplete: not everything could be judged.") + " (" + counts() + ")";
        });
  }

  private String counts() {
    Map<MigrationStatus.Verdict, Integer> counts = new EnumMap<>(MigrationStatus.Verdict.class);
    report.status().migrations().forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
    String verdicts =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().label())
            .collect(Collectors.joining(", "));
    int gone = report.status().gone().size();
    return (verdicts.isEmpty() ? "no migrations" : verdicts)
        + (gone == 0 ? "" : ", " + gone + " gone");
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
