package dev.drift.engine.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The relations that an object names by identity, beside the one whose part it is. */
public final class NamedRelations {
  private NamedRelations() {}

  /** {@return the names; those of routines that a query calls may be among them} */
  public static Collection<QualifiedName> of(SchemaObject object) {
    return switch (object) {
      case ForeignKey key -> List.of(name(key.referenced()));
      case View view -> names(List.of(view.query()));
      case MaterializedView view -> names(List.of(view.query()));
      case Routine routine ->
          routine
              .standardBody()
              .map(StandardBody::statements)
              .map(NamedRelations::names)
              .orElse(Set.of());
      case RewriteRule rule -> names(rule.commands());
      case Statistics statistics -> List.of(name(statistics.relation()));
      case Publication publication ->
          publication.tables().stream().map(member -> name(member.table())).toList();
      case Sequence sequence ->
          sequence.ownedBy().stream()
              .map(column -> new QualifiedName(column.schema(), column.parent()))
              .toList();
      default -> List.of();
    };
  }

  private static Set<QualifiedName> names(List<Query> queries) {
    var names = new HashSet<QualifiedName>();
    for (Query query : queries) {
      query.relations().forEach(relation -> names.add(name(relation)));
    }
    return names;
  }

  private static QualifiedName name(ObjectId relation) {
    return new QualifiedName(relation.schema(), relation.name());
  }
}
