package dev.drift.engine.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** PostgreSQL's own binaries, taken from a jar on the class path; nothing needs to be installed. */
record EmbeddedServer(String url) implements TestServer {

  static EmbeddedServer start(int major) {
    try {
      @SuppressWarnings("resource") // lives as long as the JVM; its own shutdown hook stops it
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setPgBinaryResolver((system, machine) -> binaries(system, machine, major))
              .setLocaleConfig("locale", "C")
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      return new EmbeddedServer(
          "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL " + major + " does not start", e);
    }
  }

  /** The class path may hold several majors under one resource name; the jar's name tells them. */
  private static InputStream binaries(String system, String machine, int major) throws IOException {
    String architecture = machine.matches("aarch64|arm64") ? "arm_64" : "x86_64";
    String archive = "postgres-%s-%s.txz".formatted(system.toLowerCase(Locale.ROOT), architecture);
    return EmbeddedServer.class
        .getClassLoader()
        .resources(archive)
        .filter(url -> url.getPath().matches(".*-" + major + "\\.[^/]*\\.jar!/.*"))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException("no " + archive + " of PostgreSQL " + major + " on the class path"))
        .openStream();
  }
}
