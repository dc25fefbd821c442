package dev.drift.engine.diff;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The objects that statements may have touched whose effect is not known. What belongs to such a
 * relation is unsettled with it; a {@code *} in a name stands for any text.
 */
public final class Unsettled {
  /** A relation's name, known in part: triggers, columns and the like are named apart. */
  private record Template(String schema, Pattern name) {
    boolean fits(ObjectId id) {
      return schema.equals(id.schema())
          && (fits(id.parent())
              || fits(id.name())
                  && (id.parent().isEmpty() || Objects.RELATIONS.contains(id.kind())));
    }

    private boolean fits(String relation) {
      return name.matcher(relation).matches();
    }
  }

  private record Owner(String schema, String name) {}

  private final Set<ObjectId> ids;
  private final Set<Owner> owners;
  private final List<Template> templates;

  /** Takes the objects that such statements may have touched. */
  public Unsettled(Set<ObjectId> ids) {
    this.ids = Set.copyOf(ids);
    this.owners =
        ids.stream()
            .filter(id -> id.parent().isEmpty())
            .map(id -> new Owner(id.schema(), id.name()))
            .collect(Collectors.toUnmodifiableSet());
    this.templates =
        ids.stream()
            .filter(id -> id.name().indexOf('*') >= 0 && id.parent().isEmpty())
            .map(id -> new Template(id.schema(), pattern(id.name())))
            .toList();
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(Pattern.quote(template).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
  }

  /** {@return whether it is not known what becomes of this object} */
  public boolean contains(ObjectId id) {
    return ids.contains(id)
        || owners.contains(new Owner(id.schema(), id.parent()))
        || templates.stream().anyMatch(template -> template.fits(id));
  }
}
