package dev.drift.engine;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rooms of the engine: what each may import, and which libraries and outside worlds it sees.
 */
class ArchitectureTest {
  private static final String ENGINE = "dev.drift.engine";

  /** Room → the rooms it imports. The facade, in the root package, sees all and is seen by none. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("sql", Set.of()),
          entry("source", Set.of("sql")),
          entry("canon", Set.of("sql", "model")),
          entry("event", Set.of("model")),
          entry("ddl", Set.of("sql", "source", "canon", "model", "event")),
          entry("catalog", Set.of("sql", "canon", "model")),
          entry("diff", Set.of("model", "event", "canon")),
          entry("progress", Set.of("sql", "source", "model", "event", "ddl", "catalog", "diff")),
          entry("lint", Set.of("sql", "source", "model", "event", "ddl", "diff")),
          entry("plan", Set.of("sql", "canon", "model", "diff")),
          entry(
              "render",
              Set.of(
                  "sql",
                  "source",
                  "canon",
                  "model",
                  "event",
                  "catalog",
                  "diff",
                  "progress",
                  "lint",
                  "plan")),
          entry("scratch", Set.of("sql", "source", "model", "diff", "catalog", "plan")),
          entry("apply", Set.of("model", "diff", "catalog", "plan")));

  /** Package → the rooms that may use it, of everything but the JDK's pure parts. */
  private static final Map<String, Set<String>> QUARANTINE =
      Map.of(
          "net.sf.jsqlparser", Set.of("canon"),
          "io.vertx", Set.of("catalog"),
          "com.fasterxml.jackson", Set.of("render", "apply"),
          "org.apache.commons.compress", Set.of("scratch"),
          "org.tukaani.xz", Set.of("scratch"),
          "java.nio.file", Set.of("source", "catalog", "scratch", "apply"),
          "javax.net", Set.of("catalog"),
          "java.net", Set.of("catalog", "scratch"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ENGINE);

  @Test
  void everyRoomIsListed() {
    Set<String> unlisted = new TreeSet<>();
    CLASSES.forEach(type -> room(type).ifPresent(unlisted::add));
    unlisted.removeAll(ARROWS.keySet());

    assertEquals(Set.of(), unlisted);
  }

  @Test
  void roomsImportOnlyAlongTheArrows() {
    assertNone(
        dependency ->
            dependency.getTargetClass().getPackageName().startsWith(ENGINE)
                && !mayImport(
                    room(dependency.getOriginClass()), room(dependency.getTargetClass())));
  }

  @Test
  void librariesStayInTheirRooms() {
    assertNone(
        dependency ->
            !isCommon(dependency.getTargetClass())
                && !maySee(room(dependency.getOriginClass()), dependency.getTargetClass()));
  }

  private static boolean mayImport(Optional<String> from, Optional<String> to) {
    return from.isEmpty()
        || from.equals(to)
        || (to.isPresent() && ARROWS.getOrDefault(from.get(), Set.of()).contains(to.get()));
  }

  private static boolean isCommon(JavaClass type) {
    String name = type.getPackageName();
    return Stream.of("java.", ENGINE, "org.jspecify.").anyMatch((name + ".")::startsWith)
        && quarantine(name).isEmpty();
  }

  private static boolean maySee(Optional<String> from, JavaClass type) {
    Optional<Set<String>> rooms = quarantine(type.getPackageName());
    return rooms.isPresent() && (from.isEmpty() || rooms.get().contains(from.get()));
  }

  private static Optional<Set<String>> quarantine(String packageName) {
    return QUARANTINE.entrySet().stream()
        .filter(library -> (packageName + ".").startsWith(library.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** {@return the package below the root that {@code type} lives in; empty for the facade's} */
  private static Optional<String> room(JavaClass type) {
    String name = type.getPackageName();
    return name.length() <= ENGINE.length()
        ? Optional.empty()
        : Optional.of(name.substring(ENGINE.length() + 1).split("\\.")[0]);
  }

  private static void assertNone(Predicate<Dependency> forbidden) {
    List<String> found =
        CLASSES.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> !dependency.getTargetClass().getBaseComponentType().isPrimitive())
            .filter(forbidden)
            .map(Dependency::getDescription)
            .sorted()
            .toList();

    assertEquals(List.of(), found);
  }
}
