package dev.drift.engine.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What libpq looks at beside the connection string.
 *
 * @param environment the environment variables
 * @param user the operating system's user
 * @param home its home directory
 */
public record Surroundings(
    Map<String, String> environment, String user, Path home, FileAccess files) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** The files that connecting may look at. */
  public interface FileAccess {
    /** {@return the file's text; empty if there is none or it may not be read} */
    Optional<String> read(Path file);

    /** {@return whether there is such a file, of any type} */
    boolean exists(Path file);

    /** {@return whether others than the owner may read or write the file} */
    boolean isOpenToOthers(Path file);
  }

  /** {@return those of this process} */
  public static Surroundings ofProcess() {
    return of(System.getenv());
  }

  /** {@return those of this process, but for its environment} */
  public static Surroundings of(Map<String, String> environment) {
    return new Surroundings(
        environment,
        System.getProperty("user.name", ""),
        Path.of(System.getProperty("user.home", "")),
        new RealFiles());
  }

  /** {@return an environment variable that is set and not empty} */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static final class RealFiles implements FileAccess {
    private static final Set<PosixFilePermission> OF_OTHERS =
        EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

    @Override
    public Optional<String> read(Path file) {
      try {
        return Files.isRegularFile(file)
            ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    @Override
    public boolean exists(Path file) {
      return Files.exists(file);
    }

    @Override
    public boolean isOpenToOthers(Path file) {
      try {
        return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
      } catch (IOException | UnsupportedOperationException e) {
        return false;
      }
    }
  }
}
