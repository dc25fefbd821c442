package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;
import java.util.Optional;

/**
 * An object, or a value of an enum, that goes on under another name.
 *
 * @param value the enum's value, if that is renamed and not the object
 */
public record Rename(ObjectId from, Optional<String> value, String name) {

  /** {@return the object's new id} */
  public ObjectId to() {
    if (value.isPresent()) {
      return from;
    }
    int parameters = from.name().indexOf('(');
    return from.withName(parameters < 0 ? name : name + from.name().substring(parameters));
  }

  /** {@return as {@code --rename} takes it: {@code public.users.nme=name}} */
  public String option() {
    return from.path() + value.map(label -> "." + label).orElse("") + "=" + name;
  }

  /** {@return what happens, in words} */
  public String words() {
    return "rename "
        + value.map(label -> "value " + label + " of ").orElse("")
        + from
        + " to "
        + name;
  }
}
