package dev.drift.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * How the server runs.
 *
 * @param host the address it listens on, a name or a number
 * @param port 0 for any that is free
 * @param interval the pause between one check and the next
 * @param token what clients must send as {@code Authorization: Bearer}; needed where the address is
 *     not this machine's own
 */
public record ServerOptions(String host, int port, Duration interval, Optional<String> token) {
  /**
   * @throws IllegalArgumentException where they do not go together; the message is for people
   */
  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port is a number from 0 to 65535, not " + port);
    }
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("--interval must be longer than nothing");
    }
    if (token.isPresent() && token.get().isBlank()) {
      throw new IllegalArgumentException("the token is empty: set one with --token or DRIFT_TOKEN");
    }
    if (token.isEmpty() && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "others can reach "
              + host
              + ", so the server needs a token there: set one with --token or DRIFT_TOKEN");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host names no address that is known: " + host, e);
    }
  }
}
