package dev.drift.engine.source;

import dev.drift.engine.source.ConfigText.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What the project says to Flyway: {@code flyway.toml}, {@code flyway.user.toml} and {@code
 * flyway.conf}, or Spring's and Quarkus's {@code application.properties} and {@code
 * application.yml}, in the migrations directory or at most four above it. Names count as they do
 * there, whatever their case and dashes.
 */
final class FlywayProject {
  private static final int LEVELS = 4;

  /** What comes later counts more. */
  private static final List<String> FILES =
      List.of(
          "application.yaml",
          "application.yml",
          "application.properties",
          "conf/flyway.conf",
          "flyway.conf",
          "flyway.toml",
          "flyway.user.toml");

  private static final List<String> ROOTS = List.of("flyway.", "spring.flyway.", "quarkus.flyway.");

  private final Map<String, Setting> settings = new TreeMap<>();
  private final Map<String, FileText> files = new TreeMap<>();

  FlywayProject(List<Folder> folders, Reading reading) {
    for (Folder folder : folders) {
      for (Path file : files(folder)) {
        read(folder, file, reading);
      }
    }
  }

  /** {@return the files that speak of Flyway, the ones that count most last} */
  private static List<Path> files(Folder folder) {
    var found = new ArrayList<Path>();
    Path directory = folder.path().toAbsolutePath().normalize();
    for (int i = 0; i <= LEVELS && directory != null; i++) {
      for (String name : FILES.reversed()) {
        Path file = directory.resolve(name);
        if (Files.isRegularFile(file)) {
          found.add(0, file);
        }
      }
      if (Files.exists(directory.resolve(".git"))) {
        break;
      }
      directory = directory.getParent();
    }
    return found;
  }

  private void read(Folder folder, Path file, Reading reading) {
    Path from = folder.path().toAbsolutePath().normalize();
    String shown = from.relativize(file).toString().replace('\\', '/');
    FileText text = reading.text(file, folder.prefix() + shown);
    ConfigText.read(file.toString(), text.text())
        .forEach(
            (key, setting) -> {
              for (String root : ROOTS) {
                if (key.startsWith(root)) {
                  String name = plain(key.substring(root.length()));
                  settings.put(name, setting);
                  files.put(name, text);
                }
              }
            });
  }

  private static String plain(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.startsWith("placeholders.") ? name : name.replace("-", "");
  }

  /** {@return the value of the setting {@code key}, written as in flyway.conf} */
  Optional<String> value(String key) {
    return Optional.ofNullable(settings.get(plain(key))).map(Setting::value);
  }

  /** {@return the settings whose keys start with {@code prefix}} */
  Map<String, String> startingWith(String prefix) {
    var found = new TreeMap<String, String>();
    settings.forEach(
        (key, setting) -> {
          if (key.startsWith(prefix)) {
            found.put(key, setting.value());
          }
        });
    return found;
  }

  /** {@return whether the setting {@code key} is there and false} */
  boolean isFalse(String key) {
    return value(key).filter("false"::equalsIgnoreCase).isPresent();
  }

  /** {@return the first schema that is named, in which tables are made} */
  Optional<String> defaultSchema() {
    return value("defaultSchema")
        .or(
            () ->
                value("schemas")
                    .map(FlywayProject::names)
                    .flatMap(names -> names.stream().findFirst()))
        .filter(name -> !name.isEmpty());
  }

  /** {@return the schemas that Flyway makes if they are not there} */
  List<String> schemas() {
    if (isFalse("createSchemas")) {
      return List.of();
    }
    var names = new LinkedHashSet<String>();
    value("schemas").ifPresent(list -> names.addAll(names(list)));
    defaultSchema().ifPresent(names::add);
    names.remove("public");
    return List.copyOf(names);
  }

  /** Gives {@code taker} the first of {@code keys} that is set and the place where it is. */
  void locate(List<String> keys, BiConsumer<FileText, Integer> taker) {
    keys.stream()
        .map(FlywayProject::plain)
        .filter(settings::containsKey)
        .findFirst()
        .ifPresent(
            key ->
                taker.accept(
                    Objects.requireNonNull(files.get(key)),
                    Objects.requireNonNull(settings.get(key)).offset()));
  }

  private static List<String> names(String list) {
    return Stream.of(list.replaceAll("[\\[\\]\"']", "").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
