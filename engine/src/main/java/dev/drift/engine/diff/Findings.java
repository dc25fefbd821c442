package dev.drift.engine.diff;

import dev.drift.engine.canon.Match;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Differences to findings: parts folded into their whole, classified, weighed, with their origin.
 */
public final class Findings {
  private static final Set<String> IN_FORCE = Set.of("valid", "validated", "enabled", "unfilled");
  private static final Set<Kind> MINOR =
      Set.of(
          Kind.COMMENT,
          Kind.OWNER,
          Kind.PRIVILEGES,
          Kind.DEFAULT_PRIVILEGES,
          Kind.EXTENSION_DEPENDENCY,
          Kind.SECURITY_LABEL);

  private final BiFunction<ObjectId, Optional<String>, Optional<Origin>> origins;
  private final Unsettled opaque;

  /**
   * @param origins finds the statement behind an object, or behind one attribute of it
   * @param opaque objects that statements may have touched whose effect is not known
   */
  public Findings(
      BiFunction<ObjectId, Optional<String>, Optional<Origin>> origins, Set<ObjectId> opaque) {
    this.origins = origins;
    this.opaque = new Unsettled(opaque);
  }

  /** {@return the findings of {@code differences}, in their order} */
  public List<Finding> of(List<Difference> differences) {
    var wholes = new Wholes(differences);
    var findings = new ArrayList<Finding>();
    var partitions = new PartitionFindings(differences);
    for (Difference difference : differences) {
      if (PartitionFindings.concern(difference)) {
        findings.addAll(ofPartition(difference, partitions));
      } else if (difference.isMissing() || difference.isUnexpected()) {
        if (!wholes.cover(difference)) {
          findings.add(presence(difference));
        }
      } else {
        difference
            .attributes()
            .forEach((name, match) -> findings.add(attribute(difference, name, match)));
      }
    }
    return List.copyOf(findings);
  }

  private List<Finding> ofPartition(Difference difference, PartitionFindings partitions) {
    var findings = new ArrayList<Finding>();
    if (!difference.isMissing() && !difference.isUnexpected()) {
      partitions
          .attributes(difference)
          .forEach((name, match) -> findings.add(attribute(difference, name, match)));
    }
    partitions
        .renamed(difference)
        .ifPresent(
            actual ->
                findings.add(
                    new Finding(
                        Finding.Type.CHANGED,
                        Severity.INFO,
                        difference.id(),
                        Optional.of("name"),
                        difference.expected(),
                        Optional.of(actual),
                        origins.apply(difference.id(), Optional.empty()))));
    return findings;
  }

  private Finding presence(Difference difference) {
    var type = difference.isMissing() ? Finding.Type.MISSING : Finding.Type.UNEXPECTED;
    if (isOpaque(difference.id())) {
      type = Finding.Type.UNVERIFIABLE;
    }
    return finding(difference, type, Optional.empty());
  }

  private Finding attribute(Difference difference, String name, Match match) {
    var type = Finding.Type.CHANGED;
    if (match == Match.UNKNOWN || isOpaque(difference.id())) {
      type = Finding.Type.UNVERIFIABLE;
    } else if (IN_FORCE.contains(name)) {
      type = Finding.Type.INVALID;
    }
    return finding(difference, type, Optional.of(name));
  }

  private Finding finding(Difference difference, Finding.Type type, Optional<String> attribute) {
    return new Finding(
        type,
        attribute.filter(name -> isMinor(difference, name)).isPresent()
            ? Severity.INFO
            : severity(type, difference.id().kind()),
        difference.id(),
        attribute,
        difference.expected(),
        difference.actual(),
        origins.apply(difference.id(), attribute));
  }

  private static Severity severity(Finding.Type type, Kind kind) {
    if (MINOR.contains(kind)) {
      return Severity.INFO;
    }
    return switch (type) {
      case MISSING, CHANGED, INVALID, HISTORY -> Severity.ERROR;
      case UNEXPECTED -> Severity.WARNING;
      case UNVERIFIABLE -> Severity.INFO;
    };
  }

  /** A database that was upgraded to 18 has names that its server chose. */
  private static boolean isMinor(Difference difference, String attribute) {
    return attribute.equals("notNullConstraint")
        && notNull(difference.expected())
            .flatMap(one -> notNull(difference.actual()).map(one::isRenamedByServer))
            .orElse(false);
  }

  private static Optional<NotNullConstraint> notNull(Optional<SchemaObject> object) {
    return object.flatMap(
        one ->
            switch (one) {
              case Column column -> column.notNullConstraint();
              case DomainType domain -> domain.notNullConstraint();
              default -> Optional.empty();
            });
  }

  private boolean isOpaque(ObjectId id) {
    return opaque.contains(id);
  }
}
