package dev.drift.cli;

import dev.drift.engine.diff.IgnoreRules;
import java.util.List;
import picocli.CommandLine.Option;

/** What is looked at. */
final class ScopeOptions {
  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "Only objects in this schema. Repeatable.")
  private List<String> schemas = List.of();

  @Option(
      names = "--ignore",
      paramLabel = "PATTERN",
      description = "Leave out objects: public.tmp_*, audit.*, index:public.users.*. Repeatable.")
  private List<String> patterns = List.of();

  @Option(names = "--owners", description = "Who owns what is compared, too.")
  private boolean owners;

  IgnoreRules rules() {
    var rules = new IgnoreRules(patterns, schemas);
    return owners ? rules.withOwners() : rules;
  }
}
