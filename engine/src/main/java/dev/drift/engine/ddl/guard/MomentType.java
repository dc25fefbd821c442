package dev.drift.engine.ddl.guard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** PostgreSQL's types for dates and times, but for those of a time of day. */
enum MomentType {
  DAY,
  LOCAL,
  ZONED,
  INTERVAL;

  /** {@return the type of this name, in any of its spellings} */
  static Optional<MomentType> named(String name) {
    return switch (name) {
      case "date" -> Optional.of(DAY);
      case "timestamp", "timestamp without time zone" -> Optional.of(LOCAL);
      case "timestamptz", "timestamp with time zone" -> Optional.of(ZONED);
      case "interval" -> Optional.of(INTERVAL);
      default -> Optional.empty();
    };
  }

  /** {@return the value in this type; unknown where there is no cast} */
  Value cast(Value value, Now now) {
    return switch (value) {
      case Value.Null none -> none;
      case Value.Text text -> MomentText.read(text.text(), this, now);
      case Moment moment -> of(moment, now.zone());
      default -> Value.UNKNOWN;
    };
  }

  /** {@return a moment in this type, in a session of this zone} */
  Value of(Moment moment, ZoneId zone) {
    return switch (this) {
      case DAY -> local(moment, zone).<Value>map(l -> day(l.toLocalDate())).orElse(Value.UNKNOWN);
      case LOCAL -> local(moment, zone).<Value>map(Moment.Local::new).orElse(Value.UNKNOWN);
      case ZONED -> zoned(moment, zone).<Value>map(Moment.Zoned::new).orElse(Value.UNKNOWN);
      case INTERVAL -> moment instanceof Moment.Span ? moment : Value.UNKNOWN;
    };
  }

  private static Value day(LocalDate date) {
    return new Moment.Day(date);
  }

  /** {@return what clocks of the zone show; nothing for an interval} */
  static Optional<LocalDateTime> local(Moment moment, ZoneId zone) {
    return switch (moment) {
      case Moment.Day day -> Optional.of(day.date().atStartOfDay());
      case Moment.Local local -> Optional.of(local.time());
      case Moment.Zoned zoned ->
          Optional.of(zoned.time().withZoneSameInstant(zone).toLocalDateTime());
      case Moment.Span span -> Optional.empty();
    };
  }

  /** {@return the point of time, clocks of the zone showing it; nothing for an interval} */
  static Optional<ZonedDateTime> zoned(Moment moment, ZoneId zone) {
    return moment instanceof Moment.Zoned zoned
        ? Optional.of(zoned.time().withZoneSameInstant(zone))
        : local(moment, zone).map(time -> time.atZone(zone));
  }
}
