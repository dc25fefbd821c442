package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriftServerTest {
  private final ServedDrift served = new ServedDrift();

  @AfterEach
  void stop() {
    served.close();
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
    served.startWithResult();

    HttpResponse<String> get = served.send("GET", path);
    HttpResponse<String> head = served.send("HEAD", path);

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
    served.startWithResult();

    assertEquals(FixedCheck.JSON, served.send("GET", "/api/v1/drift").body());
    assertEquals(FixedCheck.SCRIPT, served.send("GET", "/api/v1/repair").body());
  }

  @Test
  void countsMigrations() throws Exception {
    served.startWithResult();

    JsonObject body = new JsonObject(served.send("GET", "/api/v1/migrations").body());

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
    served.startWithResult();
    String tag = header(served.send("GET", "/api/v1/drift"), "ETag");

    HttpResponse<String> known =
        served.send("GET", "/api/v1/drift", "If-None-Match", "\"x\", W/" + tag);
    HttpResponse<String> other = served.send("GET", "/api/v1/drift", "If-None-Match", "\"x\"");

    assertEquals(304, known.statusCode());
    assertEquals("", known.body());
    assertEquals(tag, header(known, "ETag"));
    assertEquals(200, other.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
  void changesNothing(String method) throws Exception {
    served.startWithResult();

    HttpResponse<String> refused = served.send(method, "/api/v1/drift");

    assertProblem(405, "Read-only", refused);
    assertEquals("GET, HEAD", header(refused, "Allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/drift/", "/health/../api/v1/drift", "//"})
  void saysWhatThereIsWhereThereIsNothing(String path) throws Exception {
    served.startWithResult();

    assertProblem(404, "Nothing here", served.send("GET", path));
  }

  @Test
  void saysThatThereIsNoResultYet() throws Exception {
    served.start(Optional.empty());

    assertProblem(503, "No result yet", served.send("GET", "/api/v1/drift"));
    assertEquals(200, served.send("GET", "/health").statusCode());
    assertEquals(503, served.send("GET", "/health/database").statusCode());
    assertEquals(200, served.send("GET", "/").statusCode());
  }

  @Test
  void saysWhyThereIsNoResult() throws Exception {
    served.start(
        Optional.empty(),
        () -> {
          throw new IllegalStateException("cannot connect to db:5432");
        });
    HttpResponse<String> failed = served.awaitStatus("No result yet");

    assertProblem(503, "The last check failed", failed);
    assertEquals("cannot connect to db:5432", new JsonObject(failed.body()).getString("detail"));
  }

  @Test
  void saysThatAScriptCannotBeMadeWithoutAStackTrace() throws Exception {
    CheckResult result = FixedCheck.drift();
    served.start(
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
    served.awaitStatus("No result yet");

    HttpResponse<String> broken = served.send("GET", "/api/v1/repair");

    assertProblem(500, "drift itself failed", broken);
    assertFalse(broken.body().contains("\tat "), broken.body());
  }

  @Test
  void wantsTheTokenForAllButLiveness() throws Exception {
    served.start(Optional.of("s3cret"));
    served.release();

    HttpResponse<String> without = served.send("GET", "/api/v1/drift");
    HttpResponse<String> wrong = served.send("GET", "/", "Authorization", "Bearer s3cres");
    HttpResponse<String> unknownPlace = served.send("GET", "/nowhere");

    assertProblem(401, "Not authorised", without);
    assertEquals("Bearer realm=\"drift\"", header(without, "WWW-Authenticate"));
    assertProblem(401, "Not authorised", wrong);
    assertEquals(
        "Bearer realm=\"drift\", error=\"invalid_token\"", header(wrong, "WWW-Authenticate"));
    assertProblem(401, "Not authorised", unknownPlace);
    assertEquals(200, served.send("GET", "/health").statusCode());
    assertEquals(200, served.send("GET", "/", "Authorization", "bearer s3cret").statusCode());
  }

  @Test
  void answersNoWebPageThatReachesItByAnotherName() throws Exception {
    served.startWithResult();
    URI address = served.address();
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
    served.startWithResult();
    int port = served.address().getPort();

    ServerException refused =
        assertThrows(
            ServerException.class,
            () ->
                DriftServer.start(ServedDrift.options(port, Optional.empty()), FixedCheck::clean));

    assertTrue(
        refused.getMessage().startsWith("cannot listen on 127.0.0.1 port " + port),
        refused.getMessage());
  }

  @Test
  void answersNobodyOnceItIsClosed() throws Exception {
    served.startWithResult();

    served.close();

    assertThrows(IOException.class, () -> served.send("GET", "/health"));
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
