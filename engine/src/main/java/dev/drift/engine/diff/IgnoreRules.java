package dev.drift.engine.diff;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a user does not want to hear of.
 *
 * <p>A pattern is a dotted path in which {@code *} stands for any characters, compared with the
 * object's path and with that of the relation it belongs to: {@code audit.*}, {@code public.tmp_*},
 * {@code public.users.legacy_*}. With a kind before it, it only concerns that kind: {@code
 * index:public.*}. Owners do not count unless asked for.
 */
public final class IgnoreRules {
  private record Rule(String kind, Pattern path) {}

  private final List<Rule> rules;
  private final List<String> schemas;
  private final boolean owners;

  /**
   * @param patterns as described above
   * @param schemas if not empty, only objects in these schemas count
   */
  public IgnoreRules(List<String> patterns, List<String> schemas) {
    this(patterns.stream().map(IgnoreRules::rule).toList(), schemas, false);
  }

  private IgnoreRules(List<Rule> rules, List<String> schemas, boolean owners) {
    this.rules = rules;
    this.schemas = List.copyOf(schemas);
    this.owners = owners;
  }

  /** {@return the same, but that owners count} */
  public IgnoreRules withOwners() {
    return new IgnoreRules(rules, schemas, true);
  }

  private static Rule rule(String pattern) {
    int colon = pattern.indexOf(':');
    String kind = colon < 0 ? "" : pattern.substring(0, colon);
    String path = pattern.substring(colon + 1);
    var regex = new StringBuilder();
    for (String literal : path.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return new Rule(kind, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** {@return the differences that count} */
  public List<Difference> keep(List<Difference> differences) {
    List<Difference> concerned = owners ? differences : Bystanders.withoutOwners(differences);
    return concerned.stream().filter(difference -> !ignoresByName(difference.id())).toList();
  }

  /** {@return whether nothing is to be said of this object} */
  public boolean ignores(ObjectId id) {
    return !owners && id.kind() == Kind.OWNER || ignoresByName(id);
  }

  private boolean ignoresByName(ObjectId id) {
    String schema = id.kind() == Kind.SCHEMA ? id.name() : id.schema();
    if (!schemas.isEmpty() && !schema.isEmpty() && !schemas.contains(schema)) {
      return true;
    }
    String path = id.path();
    String relation = id.schema() + '.' + id.parent();
    return rules.stream()
        .filter(rule -> rule.kind.isEmpty() || rule.kind.equals(id.kind().label()))
        .anyMatch(
            rule ->
                rule.path.matcher(path).matches()
                    || !id.parent().isEmpty() && rule.path.matcher(relation).matches());
  }
}
