package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
  void needNoTokenOnThisMachineAlone(String host) {
    assertDoesNotThrow(() -> new ServerOptions(host, 8080, MINUTE, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void needATokenWhereOthersCanReachThem(String host) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ServerOptions(host, 8080, MINUTE, Optional.empty()));

    assertEquals(
        "others can reach "
            + host
            + ", so the server needs a token there: set one with --token or DRIFT_TOKEN",
        refused.getMessage());
    assertDoesNotThrow(() -> new ServerOptions(host, 8080, MINUTE, Optional.of("secret")));
  }

  @Test
  void refuseAnEmptyToken() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ServerOptions("127.0.0.1", 8080, MINUTE, Optional.of(" ")));
  }

  @Test
  void refuseAnIntervalOfNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ServerOptions("127.0.0.1", 8080, Duration.ZERO, Optional.empty()));
  }
}
