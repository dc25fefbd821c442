package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriftServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Semaphore go = new Semaphore(0);
  private Optional<DriftServer> running = Optional.empty();

  @AfterEach
  void stop() {
    go.release(Integer.MAX_VALUE / 2);
    running.ifPresent(DriftServer::close);
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html; charset=utf-8",
    "/health,application/json",
    "/health/database,application/json",
    "/api/v1/drift,application/json",
    "/api/v1/repair,text/plain; charset=utf-8",
    "/api/v1/migrations,application/json",
    "/api/v1/openapi.json,application/json"
  })
  void answersGetAndHeadAlike(String path, String type) throws Exception {
    startWithResult();

    HttpResponse<String> get = send("GET", path);
    HttpResponse<String> head = send("HEAD", path);

    assertEquals(200, get.statusCode(), get.body());
    assertEquals(type, header(get, "Content-Type"));
    assertEquals("nosniff", header(get, "X-Content-Type-Options"));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Cache-Control"}) {
      assertEquals(header(get, name), header(head, name), name);
    }
  }

  @Test
  void passesTheReportAndTheScriptOnUnchanged() throws Exception {
    startWithResult();

    assertEquals(FixedCheck.JSON, send("GET", "/api/v1/drift").body());
    assertEquals(FixedCheck.SCRIPT, send("GET", "/api/v1/repair").body());
  }

  @Test
  void countsMigrations() throws Exception {
    startWithResult();

    JsonObject body = new JsonObject(send("GET", "/api/v1/migrations").body());

    assertEquals(3, body.getInteger("count"));
    assertEquals(2, body.getInteger("applied"));
    assertEquals(1, body.getInteger("pending"));
    assertEquals(
        "{\"version\":\"011\",\"name\":\"invitations\",\"file\":\"011_invitations.sql\","
            + "\"recorded\":\"pending\"}",
        body.getJsonArray("migrations").getJsonObject(2).encode());
  }

  @Test
  void sendsNothingToAClientThatHasIt() throws Exception {
    startWithResult();
    String tag = header(send("GET", "/api/v1/drift"), "ETag");

    HttpResponse<String> known = send("GET", "/api/v1/drift", "If-None-Match", "\"x\", W/" + tag);
    HttpResponse<String> other = send("GET", "/api/v1/drift", "If-None-Match", "\"x\"");

    assertEquals(304, known.statusCode());
    assertEquals("", known.body());
    assertEquals(tag, header(known, "ETag"));
    assertEquals(200, other.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
  void changesNothing(String method) throws Exception {
    startWithResult();

    HttpResponse<String> refused = send(method, "/api/v1/drift");

    assertProblem(405, "Read-only", refused);
    assertEquals("GET, HEAD", header(refused, "Allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/drift/", "/health/../api/v1/drift", "//"})
  void saysWhatThereIsWhereThereIsNothing(String path) throws Exception {
    startWithResult();

    assertProblem(404, "Nothing here", send("GET", path));
  }

  @Test
  void saysThatThereIsNoResultYet() throws Exception {
    start(Optional.empty());

    assertProblem(503, "No result yet", send("GET", "/api/v1/drift"));
    assertEquals(200, send("GET", "/health").statusCode());
    assertEquals(503, send("GET", "/health/database").statusCode());
    assertEquals(200, send("GET", "/").statusCode());
  }

  @Test
  void saysWhyThereIsNoResult() throws Exception {
    start(
        Optional.empty(),
        () -> {
          throw new IllegalStateException("cannot connect to db:5432");
        });
    HttpResponse<String> failed = awaitStatus("No result yet");

    assertProblem(503, "The last check failed", failed);
    assertEquals("cannot connect to db:5432", new JsonObject(failed.body()).getString("detail"));
  }

  @Test
  void saysThatAScriptCannotBeMadeWithoutAStackTrace() throws Exception {
    CheckResult result = FixedCheck.drift();
    start(
        Optional.empty(),
        () ->
            new CheckResult(
                result.verdict(),
                result.json(),
                () -> {
                  throw new IllegalStateException("a cycle of tables");
                },
                result.responseTime(),
                result.migrations(),
                result.tables()));
    awaitStatus("No result yet");

    HttpResponse<String> broken = send("GET", "/api/v1/repair");

    assertProblem(500, "drift itself failed", broken);
    assertFalse(broken.body().contains("\tat "), broken.body());
  }

  @Test
  void wantsTheTokenForAllButLiveness() throws Exception {
    start(Optional.of("s3cret"));
    go.release();

    HttpResponse<String> without = send("GET", "/api/v1/drift");
    HttpResponse<String> wrong = send("GET", "/", "Authorization", "Bearer s3cres");
    HttpResponse<String> unknownPlace = send("GET", "/nowhere");

    assertProblem(401, "Not authorised", without);
    assertEquals("Bearer realm=\"drift\"", header(without, "WWW-Authenticate"));
    assertProblem(401, "Not authorised", wrong);
    assertEquals(
        "Bearer realm=\"drift\", error=\"invalid_token\"", header(wrong, "WWW-Authenticate"));
    assertProblem(401, "Not authorised", unknownPlace);
    assertEquals(200, send("GET", "/health").statusCode());
    assertEquals(200, send("GET", "/", "Authorization", "bearer s3cret").statusCode());
  }

  @Test
  void answersNoWebPageThatReachesItByAnotherName() throws Exception {
    startWithResult();
    URI address = running.orElseThrow().address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/drift HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    }
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    startWithResult();
    int port = running.orElseThrow().address().getPort();

    ServerException refused =
        assertThrows(
            ServerException.class,
            () -> DriftServer.start(options(port, Optional.empty()), FixedCheck::clean));

    assertTrue(
        refused.getMessage().startsWith("cannot listen on 127.0.0.1 port " + port),
        refused.getMessage());
  }

  @Test
  void answersNobodyOnceItIsClosed() throws Exception {
    startWithResult();

    running.orElseThrow().close();

    assertThrows(IOException.class, () -> send("GET", "/health"));
    running = Optional.empty();
  }

  private void startWithResult() throws Exception {
    start(Optional.empty());
    go.release();
    awaitStatus("No result yet");
  }

  /** The check waits until the test lets it go. */
  private void start(Optional<String> token) {
    start(
        token,
        () -> {
          go.acquireUninterruptibly();
          return FixedCheck.drift();
        });
  }

  private void start(Optional<String> token, CheckRunner runner) {
    running = Optional.of(DriftServer.start(options(0, token), runner));
  }

  private static ServerOptions options(int port, Optional<String> token) {
    return new ServerOptions("127.0.0.1", port, Duration.ofMinutes(1), token);
  }

  /** {@return the first answer about drift that does not hold {@code text} any more} */
  private HttpResponse<String> awaitStatus(String text) throws Exception {
    HttpResponse<String> response = send("GET", "/api/v1/drift");
    for (int attempt = 0; attempt < 500 && response.body().contains(text); attempt++) {
      Thread.sleep(10);
      response = send("GET", "/api/v1/drift");
    }
    return response;
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    URI uri = URI.create(running.orElseThrow().address() + path.substring(1));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static void assertProblem(int status, String title, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals("application/problem+json", header(response, "Content-Type"));
    JsonObject problem = new JsonObject(response.body());
    assertEquals(title, problem.getString("title"));
    assertEquals(status, problem.getInteger("status"));
    assertTrue(problem.containsKey("detail") && problem.containsKey("remedy"), response.body());
  }
}
