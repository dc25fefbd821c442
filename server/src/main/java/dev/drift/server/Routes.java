package dev.drift.server;

import java.util.List;
import java.util.Optional;

/** Every resource there is, listed once. */
final class Routes {
  private static final List<Resource> ALL =
      List.of(
          new PageResource(),
          new HealthResource(),
          new DatabaseHealthResource(),
          new DriftResource(),
          new RepairResource(),
          new MigrationsResource(),
          new OpenApiResource());

  private Routes() {}

  static List<String> paths() {
    return ALL.stream().map(Resource::path).toList();
  }

  static Optional<Resource> at(String path) {
    return ALL.stream().filter(resource -> resource.path().equals(path)).findFirst();
  }
}
