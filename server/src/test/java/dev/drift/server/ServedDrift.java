package dev.drift.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A server that a test asks; its checks wait until the test lets them go. */
final class ServedDrift implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Semaphore go = new Semaphore(0);
  private Optional<DriftServer> running = Optional.empty();
  private Optional<URI> address = Optional.empty();

  static ServerOptions options(int port, Optional<String> token) {
    return new ServerOptions("127.0.0.1", port, Duration.ofMinutes(1), token);
  }

  /** Lets one check go. */
  void release() {
    go.release();
  }

  /** {@return where it answers, or did} */
  URI address() {
    return address.orElseThrow();
  }

  /** Starts it and waits until it has a result. */
  void startWithResult() throws Exception {
    start(Optional.empty());
    go.release();
    awaitStatus("No result yet");
  }

  /** Starts it; its check waits until {@link #release}. */
  void start(Optional<String> token) {
    start(
        token,
        () -> {
          go.acquireUninterruptibly();
          return FixedCheck.drift();
        });
  }

  /** Starts it with another check. */
  void start(Optional<String> token, CheckRunner runner) {
    running = Optional.of(DriftServer.start(options(0, token), runner));
    address = running.map(DriftServer::address);
  }

  /** {@return the first answer about drift that does not hold {@code text} any more} */
  HttpResponse<String> awaitStatus(String text) throws Exception {
    HttpResponse<String> response = send("GET", "/api/v1/drift");
    for (int attempt = 0; attempt < 500 && response.body().contains(text); attempt++) {
      Thread.sleep(10);
      response = send("GET", "/api/v1/drift");
    }
    return response;
  }

  /** {@return the answer to a request without a body} */
  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    URI uri = URI.create(address() + path.substring(1));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    go.release(1_000);
    running.ifPresent(DriftServer::close);
    running = Optional.empty();
  }
}
