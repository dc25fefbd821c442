package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code drift serve} on a real database. */
class ServeCommandTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final StringWriter err = new StringWriter();
  private Thread serving = new Thread();

  @AfterEach
  void stop() throws InterruptedException {
    serving.interrupt();
    serving.join(10_000);
  }

  @Test
  void tellsWhatHouseholdsLooksLike() throws Exception {
    String database = TestPostgres.createDatabase();
    IncidentFolder households = IncidentFolder.named("households");
    Script.run(database, households.broken());

    URI address = serve(database, households);
    HttpResponse<String> health = firstResult(address.resolve("/health/database"));

    JsonNode body = new ObjectMapper().readTree(health.body());
    assertEquals(200, health.statusCode(), health.body());
    assertEquals("degraded", body.path("status").asText());
    assertTrue(body.path("database").path("connected").asBoolean());
    assertEquals(
        "{\"applied\":[\"000\",\"001\"],\"latest\":\"001\",\"count\":2,"
            + "\"warning\":\"Expected 8 migrations, only 2 applied\"}",
        body.path("migrations").toString());
    assertEquals(
        "{\"critical_tables\":[{\"name\":\"users\",\"exists\":true}],\"all_tables_exist\":false}",
        body.path("schema").toString());
    assertTrue(get(address.resolve("/api/v1/repair")).body().contains("CREATE TABLE"));
    assertTrue(get(address).body().contains("public.households"));
  }

  private URI serve(String database, IncidentFolder incident) throws InterruptedException {
    List<String> words =
        Stream.concat(
                Stream.of("serve", "--port", "0", "--critical-table", "users", "--url", database),
                incident.options().stream())
            .toList();
    serving =
        new Thread(
            () ->
                Main.run(
                    words.toArray(String[]::new),
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    Map.of()));
    serving.start();
    for (int attempt = 0; attempt < 1000; attempt++) {
      Matcher address = Pattern.compile("http://[^ ,]+").matcher(err.toString());
      if (address.find()) {
        return URI.create(address.group());
      }
      Thread.sleep(20);
    }
    throw new AssertionError("it does not start: " + err);
  }

  private static HttpResponse<String> firstResult(URI uri) throws Exception {
    HttpResponse<String> response = get(uri);
    for (int attempt = 0; attempt < 1000 && response.statusCode() == 503; attempt++) {
      Thread.sleep(20);
      response = get(uri);
    }
    return response;
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
