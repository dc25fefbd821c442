package dev.drift.engine.testing;

import dev.drift.engine.scratch.ScratchServer;

/** PostgreSQL's own binaries, taken from a jar on the class path; nothing needs to be installed. */
record EmbeddedServer(String url) implements TestServer {

  static EmbeddedServer start(int major) {
    @SuppressWarnings("resource") // lives as long as the JVM, and ends with it
    ScratchServer server = ScratchServer.start(major);
    return new EmbeddedServer(server.url());
  }
}
