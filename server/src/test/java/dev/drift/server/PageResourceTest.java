package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageResourceTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  private static final Measured DRIFT = new Measured(FixedCheck.drift(), NOW);

  @Test
  void groupsFindingsByTable() {
    List<String> headings =
        Pattern.compile("<h3>(.*?) <small>(.*?)</small>")
            .matcher(page(DRIFT))
            .results()
            .map(found -> found.group(1) + ": " + found.group(2))
            .toList();

    assertEquals(List.of("Schema public: 2 findings", "public.users: 2 findings"), headings);
  }

  @Test
  void showsExpectedAndActualBesideEachOtherAndWhereTheyComeFrom() {
    assertHolds(
        page(DRIFT),
        "Drift: 4 findings",
        "\"Expected\"><code>character varying(320)</code></td><td"
            + " data-label=\"Actual\"><code>text</code>",
        "001_start.sql:4",
        "households · PostgreSQL 17.6",
        "3 Feb 2026, 04:05:06 UTC",
        "relation &quot;users&quot; already exists",
        "dynamic SQL",
        "aggregate: 2",
        "011_invitations.sql");
  }

  @Test
  void escapesWhatTheDatabaseNames() {
    assertFalse(page(DRIFT).contains("<script"));
    assertHolds(page(DRIFT), "&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void loadsNothingAndForbidsAllButItsOwnStyle() {
    Reply reply = new PageResource().reply(DRIFT);

    assertFalse(Pattern.compile("src=|@import|url\\(|<link").matcher(reply.body()).find());
    String policy = reply.headers().get("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
  }

  @Test
  void keepsTheLastResultInSightAfterAFailure() {
    assertHolds(
        page(new Failed("no route to <db>", NOW, Optional.of(DRIFT))),
        "No verdict",
        "no route to &lt;db&gt;",
        "the result before it",
        "character varying(320)");
  }

  @Test
  void saysThatTheFirstCheckIsRunning() {
    assertHolds(page(new NotYet(NOW)), "No result yet");
  }

  private static String page(Latest latest) {
    return new PageResource().reply(latest).body();
  }

  private static void assertHolds(String page, String... texts) {
    for (String text : texts) {
      assertTrue(page.contains(text), () -> text + " is not in\n" + page);
    }
  }
}
