package dev.drift.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Defaults of options from a properties file: {@code --config FILE}, else {@code drift.properties}
 * in the working directory if there is one. A key is an option's long name without hyphens in
 * front; what stands on the command line wins. For an option that takes pairs there is a key for
 * each: {@code backfill.users.email = lower(name)}.
 */
final class ConfigFile implements IDefaultValueProvider {
  private static final String OPTION = "--config";
  private static final Path BY_CONVENTION = Path.of("drift.properties");

  private final Optional<Path> named;
  private @Nullable Properties properties;

  ConfigFile(String[] args) {
    this.named = named(args);
  }

  private static Optional<Path> named(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals(OPTION) && i + 1 < args.length) {
        return Optional.of(Path.of(args[i + 1]));
      }
      if (args[i].startsWith(OPTION + "=")) {
        return Optional.of(Path.of(args[i].substring(OPTION.length() + 1)));
      }
    }
    return Optional.empty();
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (!(arg instanceof OptionSpec option) || option.longestName().equals(OPTION)) {
      return null;
    }
    if (properties == null) {
      properties = read(arg);
    }
    return properties.getProperty(option.longestName().substring(2));
  }

  /** {@return the pairs that the file has for {@code option}} */
  SortedMap<String, String> pairs(OptionSpec option) {
    if (properties == null) {
      properties = read(option);
    }
    String prefix = option.longestName().substring(2) + ".";
    var pairs = new TreeMap<String, String>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        pairs.put(key.substring(prefix.length()), properties.getProperty(key));
      }
    }
    return pairs;
  }

  private Properties read(ArgSpec arg) {
    var read = new Properties();
    Path file = named.orElse(BY_CONVENTION);
    if (named.isEmpty() && !Files.exists(file)) {
      return read;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          arg.command().commandLine(),
          "the configuration file %s cannot be read: %s".formatted(file, e.getMessage()));
    }
    return read;
  }
}
