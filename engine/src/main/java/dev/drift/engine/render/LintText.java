package dev.drift.engine.render;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.lint.Advice;
import dev.drift.engine.source.Problem;
import java.util.Locale;

/** What the migrations alone have shown, for people. */
public final class LintText {
  private LintText() {}

  /** {@return the report as lines of text} */
  public static String render(LintReport report, Verdict verdict, Style style) {
    var text = new StringBuilder();
    text.append(
        "%d %s %s, without a database%n"
            .formatted(
                report.migrations(),
                report.tool(),
                report.migrations() == 1 ? "migration" : "migrations"));
    for (Advice advice : report.advice()) {
      text.append('\n')
          .append(
              "%s  %s %s%n"
                  .formatted(
                      style.bold(advice.place().toString()),
                      colour(advice.severity(), style),
                      style.dim(advice.rule())))
          .append("  ")
          .append(advice.what())
          .append('\n')
          .append("  ")
          .append(advice.help())
          .append('\n');
    }
    for (Problem problem : report.problems()) {
      text.append(
          "%n%s:%d  %s%n  %s%n"
              .formatted(
                  problem.file(),
                  problem.line(),
                  problem.kind().name().toLowerCase(Locale.ROOT),
                  problem.message()));
    }
    text.append('\n').append(verdict(report, verdict, style)).append('\n');
    return text.toString().replace("\r", "");
  }

  private static String verdict(LintReport report, Verdict verdict, Style style) {
    String counts =
        "%d error, %d warning, %d info"
            .formatted(
                count(report, Severity.ERROR),
                count(report, Severity.WARNING),
                count(report, Severity.INFO));
    return switch (verdict) {
      case CLEAN -> style.green("Nothing that gates (" + counts + ").");
      case DRIFT -> style.red("To mend: " + counts + ".");
      case INCOMPLETE ->
          style.yellow("Incomplete: not every statement could be judged.") + " (" + counts + ")";
    };
  }

  private static long count(LintReport report, Severity severity) {
    return report.advice().stream().filter(each -> each.severity() == severity).count();
  }

  private static String colour(Severity severity, Style style) {
    return switch (severity) {
      case ERROR -> style.red(severity.label());
      case WARNING -> style.yellow(severity.label());
      case INFO -> severity.label();
    };
  }
}
