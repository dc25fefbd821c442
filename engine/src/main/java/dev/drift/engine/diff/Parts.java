package dev.drift.engine.diff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The components of a record class by name, read by reflection once per class. */
public final class Parts {
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          var parts = new ArrayList<Part>();
          for (RecordComponent component : type.getRecordComponents()) {
            parts.add(new Part(component.getName(), component.getAccessor()));
          }
          return List.copyOf(parts);
        }
      };

  private Parts() {}

  /** One component of a record class. */
  record Part(String name, Method accessor) {

    /** {@return this component's value in {@code object}} */
    Object of(Record object) {
      try {
        return accessor.invoke(object);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("record component " + name + " cannot be read", e);
      }
    }
  }

  /** {@return the value of the component {@code name}; empty if the record has none} */
  public static Optional<Object> value(Record object, String name) {
    return of(object.getClass()).stream()
        .filter(part -> part.name().equals(name))
        .map(part -> part.of(object))
        .findFirst();
  }

  static List<Part> of(Class<?> type) {
    return PARTS.get(type);
  }
}
