package dev.drift.engine.ddl.guard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What time it is while migrations run.
 *
 * @param instant what the clock functions give; empty if what they give is not to count
 * @param zone the session's time zone
 */
public record Now(Optional<Instant> instant, ZoneId zone) {
  /** Migrations run at any time. */
  public static final Now ANY = new Now(Optional.empty(), ZoneId.of("UTC"));

  /** {@return this instant, to the microsecond, in this zone} */
  public static Now at(Instant instant, ZoneId zone) {
    return new Now(Optional.of(instant.truncatedTo(ChronoUnit.MICROS)), zone);
  }

  /** {@return the same in another zone; the same zone if the server knows names we do not} */
  public Now in(String timeZone) {
    return zone(timeZone).map(other -> new Now(instant, other)).orElse(this);
  }

  /** {@return any time in this zone} */
  public Now withoutInstant() {
    return new Now(Optional.empty(), zone);
  }

  /** {@return the zone of this name; PostgreSQL does not mind the case} */
  static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(
          ZoneId.getAvailableZoneIds().stream()
              .filter(name::equalsIgnoreCase)
              .findFirst()
              .map(ZoneId::of)
              .orElseGet(() -> ZoneId.of(name)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@return the time, if it is to count} */
  Optional<ZonedDateTime> time() {
    return instant.map(now -> now.atZone(zone));
  }
}
