package dev.drift.engine.testing;

/** A server that tests may make databases on. */
interface TestServer {
  /** {@return the libpq URL of its maintenance database, as a superuser} */
  String url();

  /** {@return the server that {@code -Ddrift.test.postgres} names, started} */
  static TestServer named(String choice) {
    if (choice.startsWith("postgres://") || choice.startsWith("postgresql://")) {
      return () -> choice;
    }
    String[] kindAndMajor = choice.split(":", 2);
    if (kindAndMajor.length != 2) {
      throw unknown(choice);
    }
    return switch (kindAndMajor[0]) {
      case "embedded" -> EmbeddedServer.start(Integer.parseInt(kindAndMajor[1]));
      case "testcontainers" -> ContainerServer.start(kindAndMajor[1]);
      default -> throw unknown(choice);
    };
  }

  private static IllegalArgumentException unknown(String choice) {
    return new IllegalArgumentException(
        "drift.test.postgres is embedded:MAJOR, testcontainers:MAJOR or a URL, not " + choice);
  }
}
