package dev.drift.engine.render;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for people: grouped by table, both sides under each other, a verdict at the end. */
public final class TextReport {
  private static final int WIDTH = 100;
  private static final int UNVERIFIABLE_SHOWN = 10;
  private static final int OPEN_SHOWN = 10;

  private final Report report;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Report report, Style style) {
    this.report = report;
    this.style = style;
  }

  /** {@return the report as lines of text} */
  public static String render(Report report, Verdict verdict, Style style) {
    var text = new TextReport(report, style);
    text.head();
    text.findings();
    text.problems();
    report.scratch().ifPresent(text::scratch);
    text.gaps();
    text.verdict(verdict);
    return text.out.toString();
  }

  private void head() {
    Report.Source source = report.source();
    String target =
        report.target().database().isEmpty()
            ? ""
            : style.bold(report.target().database())
                + " (PostgreSQL "
                + report.target().server()
                + ") against ";
    String pending =
        source.pending().isEmpty() ? "" : ", %d pending".formatted(source.pending().size());
    line(
        "%s%d %s %s, expected at %s%s"
            .formatted(
                target,
                source.migrations(),
                source.tool(),
                source.migrations() == 1 ? "migration" : "migrations",
                source.at().isEmpty() ? "nothing" : source.at(),
                pending));
  }

  private void findings() {
    var groups = new TreeMap<String, List<Finding>>();
    for (Finding finding : report.findings()) {
      groups.computeIfAbsent(group(finding.object()), key -> new ArrayList<>()).add(finding);
    }
    for (Map.Entry<String, List<Finding>> group : groups.entrySet()) {
      line("");
      line(style.bold(group.getKey()));
      int unverifiable = 0;
      for (Finding finding : group.getValue()) {
        if (finding.type() != Finding.Type.UNVERIFIABLE || unverifiable++ < UNVERIFIABLE_SHOWN) {
          finding(finding);
        }
      }
      if (unverifiable > UNVERIFIABLE_SHOWN) {
        line("  … and %d more unverifiable".formatted(unverifiable - UNVERIFIABLE_SHOWN));
      }
    }
  }

  /** Parts stand under their relation, all else under its schema, or under the database. */
  private static String group(ObjectId id) {
    if (!id.parent().isEmpty()) {
      return id.schema() + "." + id.parent();
    }
    if (id.kind() == Kind.TABLE || id.kind() == Kind.VIEW || id.kind() == Kind.MATERIALIZED_VIEW) {
      return id.path();
    }
    return id.schema().isEmpty() ? "database" : "schema " + id.schema();
  }

  private void finding(Finding finding) {
    String what =
        finding.object().kind().words()
            + " "
            + finding.object().name()
            + finding.attribute().map(name -> ": " + Wording.words(name)).orElse("");
    String head = "  %-12s %s".formatted(finding.type().label(), what);
    String origin = finding.origin().map(place -> place.toString()).orElse("");
    int gap = Math.max(2, WIDTH - head.length() - origin.length());
    line(colour(finding, head) + (origin.isEmpty() ? "" : " ".repeat(gap) + style.dim(origin)));
    if (finding.expected().isEmpty() && finding.actual().isEmpty()) {
      side("says", Wording.message(finding));
    } else if (finding.attribute().isPresent()) {
      side("expected", Wording.expected(finding).orElse("none"));
      side("actual", Wording.actual(finding).orElse("none"));
    } else if (finding.expected().isPresent()) {
      side("expected", Wording.expected(finding).orElse(""));
    } else {
      side("found", Wording.actual(finding).orElse(""));
    }
  }

  private void side(String label, String value) {
    List<String> lines = value.strip().lines().map(String::stripTrailing).toList();
    int shown = Math.min(lines.size(), 4);
    for (int i = 0; i < shown; i++) {
      String text =
          lines.get(i).length() > 160 ? lines.get(i).substring(0, 157) + "..." : lines.get(i);
      line("               %-9s %s".formatted(i == 0 ? label : "", text));
    }
    if (lines.size() > shown) {
      line("               %-9s … %d more lines".formatted("", lines.size() - shown));
    }
  }

  private String colour(Finding finding, String text) {
    return switch (finding.severity()) {
      case ERROR -> style.red(text);
      case WARNING -> style.yellow(text);
      case INFO -> text;
    };
  }

  private void problems() {
    if (report.coverage().problems().isEmpty()) {
      return;
    }
    line("");
    line(style.bold("migrations"));
    for (Problem problem : report.coverage().problems()) {
      String label =
          switch (problem.kind()) {
            case REJECTED -> "rejected";
            case OPAQUE -> "opaque";
            case UNPARSED -> "not read";
          };
      line("  %-12s %s:%d: %s".formatted(label, problem.file(), problem.line(), problem.message()));
    }
  }

  private void scratch(Report.Scratch scratch) {
    line("");
    line(
        "%s: %s settled"
            .formatted(
                style.bold("scratch (PostgreSQL " + scratch.server() + ")"),
                scratch.settled() == 1 ? "1 statement" : scratch.settled() + " statements"));
    scratch.open().stream()
        .limit(OPEN_SHOWN)
        .forEach(sentence -> line("  %-12s %s".formatted("open", sentence)));
    if (scratch.open().size() > OPEN_SHOWN) {
      line("  … and %d more that stayed open".formatted(scratch.open().size() - OPEN_SHOWN));
    }
    scratch
        .disagreements()
        .forEach(sentence -> line(style.yellow("  %-12s %s".formatted("disagrees", sentence))));
    if (!scratch.disagreements().isEmpty()) {
      line("  The server is right: where drift reads otherwise, that is a bug in drift. Please");
      line("  report it with the statements named above.");
    }
  }

  private void gaps() {
    Coverage coverage = report.coverage();
    if (coverage.unreadable().isEmpty() && coverage.notCompared().isEmpty()) {
      return;
    }
    line("");
    coverage.unreadable().forEach(sentence -> line("  not readable: " + sentence));
    if (!coverage.notCompared().isEmpty()) {
      line(
          "  not compared: "
              + coverage.notCompared().entrySet().stream()
                  .map(kind -> kind.getValue() + " " + kind.getKey())
                  .collect(Collectors.joining(", ")));
    }
  }

  private void verdict(Verdict verdict) {
    line("");
    String counts = counts();
    line(
        switch (verdict) {
          case CLEAN ->
              isSpotless()
                  ? style.green("Clean: the schema is what the migrations intend.")
                      + (counts.isEmpty() ? "" : " (" + counts + ")")
                  : style.yellow("Passed: nothing that fails the check, but " + counts + ".");
          case DRIFT -> style.red("Drift: " + counts + ".");
          case INCOMPLETE ->
              style.yellow("Incomplete: nothing found, but not everything could be judged.")
                  + (counts.isEmpty() ? "" : " (" + counts + ")");
        });
  }

  /** Whether the schema is known to be what is intended, whatever the history table says. */
  private boolean isSpotless() {
    return report.findings().stream()
            .allMatch(f -> f.severity() == Severity.INFO || f.type() == Finding.Type.HISTORY)
        && report.accepted() == 0
        && report.coverage().problems(Problem.Kind.REJECTED).isEmpty();
  }

  private String counts() {
    var counts = new ArrayList<String>();
    for (Finding.Type type : Finding.Type.values()) {
      long count = report.findings().stream().filter(f -> f.type() == type).count();
      if (count > 0) {
        counts.add(count + " " + type.label());
      }
    }
    if (report.accepted() > 0) {
      counts.add(report.accepted() + " accepted by the baseline");
    }
    for (Problem.Kind kind : Problem.Kind.values()) {
      int count = report.coverage().problems(kind).size();
      if (count > 0) {
        counts.add(
            count
                + switch (kind) {
                  case REJECTED -> " rejected";
                  case OPAQUE -> " opaque";
                  case UNPARSED -> " unread";
                }
                + (count == 1 ? " statement" : " statements"));
      }
    }
    return String.join(", ", counts);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
