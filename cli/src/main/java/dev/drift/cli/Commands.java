package dev.drift.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the command objects; those that ask for their {@link Surroundings} get them. */
final class Commands implements CommandLine.IFactory {
  private final Surroundings surroundings;
  private final CommandLine.IFactory otherwise = CommandLine.defaultFactory();

  Commands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Surroundings.class) {
        return type.cast(constructor.newInstance(surroundings));
      }
    }
    return otherwise.create(type);
  }
}
