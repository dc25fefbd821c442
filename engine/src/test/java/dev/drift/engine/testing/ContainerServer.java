package dev.drift.engine.testing;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL's official image, run by a Docker engine. */
record ContainerServer(String url) implements TestServer {

  static ContainerServer start(String tag) {
    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it afterwards
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:" + tag)
            .withUsername("postgres")
            .withPassword("postgres")
            .withDatabaseName("postgres");
    container.start();
    return new ContainerServer(
        "postgresql://postgres:postgres@%s:%d/postgres"
            .formatted(container.getHost(), container.getFirstMappedPort()));
  }
}
