package dev.drift.engine.ddl.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions on dates and times, the clock's among them. */
final class MomentFunctions {
  private static final Set<String> DATE_UNITS =
      Set.of("day", "week", "month", "quarter", "year", "decade", "century", "millennium");
  private static final Map<String, ChronoUnit> TIME_UNITS =
      Map.of(
          "hour", ChronoUnit.HOURS,
          "minute", ChronoUnit.MINUTES,
          "second", ChronoUnit.SECONDS,
          "milliseconds", ChronoUnit.MILLIS,
          "microseconds", ChronoUnit.MICROS);

  private MomentFunctions() {}

  /** {@return what the clock says; empty if the function is none that asks it} */
  static Optional<Value> clock(String name, Now now) {
    Optional<ZonedDateTime> time = now.time();
    return switch (name) {
      case "now",
          "current_timestamp",
          "transaction_timestamp",
          "statement_timestamp",
          "clock_timestamp" ->
          known(time.map(Moment.Zoned::new));
      case "current_date" -> known(time.map(t -> new Moment.Day(t.toLocalDate())));
      case "localtimestamp" -> known(time.map(t -> new Moment.Local(t.toLocalDateTime())));
      case "current_time", "localtime", "timeofday" -> Optional.of(Value.UNKNOWN);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> known(Optional<? extends Value> value) {
    return Optional.of(value.<Value>map(v -> v).orElse(Value.UNKNOWN));
  }

  /** {@return what the function gives; empty if it is none of these} */
  static Optional<Value> call(String name, List<Value> arguments, Now now) {
    try {
      return switch (name) {
        case "to_char" -> Optional.of(toChar(arguments, now));
        case "to_date" -> Optional.of(toDate(arguments));
        case "to_timestamp" -> Optional.of(toTimestamp(arguments, now));
        case "date_trunc" -> Optional.of(truncated(arguments, now));
        case "date_part", "extract" -> Optional.of(part(name, arguments, now));
        case "date" -> MomentType.named(name).map(type -> type.cast(arguments.get(0), now));
        case "make_date" -> Optional.of(made(arguments, 3, MomentType.DAY, now));
        case "make_timestamp" -> Optional.of(made(arguments, 6, MomentType.LOCAL, now));
        case "make_timestamptz" -> Optional.of(made(arguments, 6, MomentType.ZONED, now));
        case "timezone" -> Optional.of(inZone(arguments, now));
        case "current_timestamp", "localtimestamp", "age", "make_interval", "date_bin" ->
            Optional.of(Value.UNKNOWN);
        default -> Optional.empty();
      };
    } catch (DateTimeException | ArithmeticException | NumberFormatException outOfRange) {
      return Optional.of(Value.UNKNOWN);
    }
  }

  private static Value toChar(List<Value> arguments, Now now) {
    if (arguments.size() != 2 || !(arguments.get(1) instanceof Value.Text format)) {
      return Value.UNKNOWN;
    }
    if (arguments.get(0) instanceof Value.Numeric number) {
      return NumberFormat.format(number.number(), format.text())
          .<Value>map(Value.Text::new)
          .orElse(Value.UNKNOWN);
    }
    return arguments.get(0) instanceof Moment moment
        ? MomentType.zoned(moment, now.zone())
            .flatMap(time -> DateFormat.read(format.text()).flatMap(f -> f.format(time)))
            .<Value>map(Value.Text::new)
            .orElse(Value.UNKNOWN)
        : Value.UNKNOWN;
  }

  private static Value toDate(List<Value> arguments) {
    return arguments.size() == 2
            && arguments.get(0) instanceof Value.Text text
            && arguments.get(1) instanceof Value.Text format
        ? DateFormat.read(format.text())
            .flatMap(f -> f.date(text.text()))
            .<Value>map(Moment.Day::new)
            .orElse(Value.UNKNOWN)
        : Value.UNKNOWN;
  }

  private static Value toTimestamp(List<Value> arguments, Now now) {
    if (arguments.size() == 2) {
      return MomentType.ZONED.cast(toDate(arguments), now);
    }
    return Functions.number(arguments.get(0))
        .<Value>map(
            seconds ->
                new Moment.Zoned(
                    Instant.EPOCH
                        .plus(seconds.movePointRight(6).longValue(), ChronoUnit.MICROS)
                        .atZone(now.zone())))
        .orElse(Value.UNKNOWN);
  }

  /** A date is cut as a {@code timestamp with time zone}. */
  private static Value truncated(List<Value> arguments, Now now) {
    if (arguments.size() != 2 || !(arguments.get(0) instanceof Value.Text field)) {
      return Value.UNKNOWN;
    }
    String unit = field.text().toLowerCase(Locale.ROOT);
    return switch (arguments.get(1)) {
      case Moment.Local local ->
          cut(local.time(), unit).<Value>map(Moment.Local::new).orElse(Value.UNKNOWN);
      case Moment.Day day -> zoned(cut(day.date().atStartOfDay(), unit), now.zone());
      case Moment.Zoned zoned ->
          zoned(cut(zoned.time().toLocalDateTime(), unit), zoned.time().getZone());
      default -> Value.UNKNOWN;
    };
  }

  private static Value zoned(Optional<LocalDateTime> time, ZoneId zone) {
    return time.<Value>map(t -> new Moment.Zoned(t.atZone(zone))).orElse(Value.UNKNOWN);
  }

  private static Optional<LocalDateTime> cut(LocalDateTime time, String unit) {
    if (DATE_UNITS.contains(unit)) {
      return Optional.of(MomentArithmetic.start(time.toLocalDate(), unit).atStartOfDay());
    }
    return Optional.ofNullable(TIME_UNITS.get(unit)).map(time::truncatedTo);
  }

  private static Value part(String name, List<Value> arguments, Now now) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof Value.Text field)
        || !(arguments.get(1) instanceof Moment moment)) {
      return Value.UNKNOWN;
    }
    Optional<ZonedDateTime> time = MomentType.zoned(moment, now.zone());
    String unit = field.text().toLowerCase(Locale.ROOT);
    if (time.isEmpty()) {
      return Value.UNKNOWN;
    }
    LocalDate date = time.get().toLocalDate();
    return switch (unit) {
      case "year" -> Value.of(date.getYear());
      case "month" -> Value.of(date.getMonthValue());
      case "day" -> Value.of(date.getDayOfMonth());
      case "quarter" -> Value.of(date.get(IsoFields.QUARTER_OF_YEAR));
      case "week" -> Value.of(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "isoyear" -> Value.of(date.get(IsoFields.WEEK_BASED_YEAR));
      case "isodow" -> Value.of(date.getDayOfWeek().getValue());
      case "dow" -> Value.of(date.getDayOfWeek().getValue() % 7);
      case "doy" -> Value.of(date.getDayOfYear());
      case "hour" -> Value.of(time.get().getHour());
      case "minute" -> Value.of(time.get().getMinute());
      case "epoch" -> epoch(name, moment, time.get());
      default -> Value.UNKNOWN;
    };
  }

  /** Of a date whole seconds, of a time with the fraction that the type has. */
  private static Value epoch(String name, Moment moment, ZonedDateTime time) {
    if (moment instanceof Moment.Day day) {
      return Value.of(day.date().toEpochDay() * 86_400);
    }
    Instant instant =
        moment instanceof Moment.Local local
            ? local.time().atZone(ZoneId.of("UTC")).toInstant()
            : time.toInstant();
    BigDecimal seconds =
        BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant)).movePointLeft(6);
    return new Value.Numeric(
        name.equals("extract")
            ? seconds.setScale(6, RoundingMode.UNNECESSARY)
            : seconds.stripTrailingZeros());
  }

  private static Value made(List<Value> arguments, int count, MomentType type, Now now) {
    var numbers = new ArrayList<BigDecimal>();
    arguments.forEach(argument -> Functions.number(argument).ifPresent(numbers::add));
    if (arguments.size() != count || numbers.size() != count) {
      return Value.UNKNOWN;
    }
    LocalDate date =
        LocalDate.of(
            numbers.get(0).intValueExact(),
            numbers.get(1).intValueExact(),
            numbers.get(2).intValueExact());
    if (count == 3) {
      return new Moment.Day(date);
    }
    BigDecimal seconds = numbers.get(5);
    LocalTime time =
        LocalTime.of(numbers.get(3).intValueExact(), numbers.get(4).intValueExact())
            .plus(seconds.movePointRight(6).longValueExact(), ChronoUnit.MICROS);
    return type.of(new Moment.Local(date.atTime(time)), now.zone());
  }

  /** {@code timezone(zone, time)}, also written {@code time AT TIME ZONE zone}. */
  private static Value inZone(List<Value> arguments, Now now) {
    Optional<ZoneId> zone =
        arguments.size() == 2 && arguments.get(0) instanceof Value.Text name
            ? Now.zone(name.text())
            : Optional.empty();
    if (zone.isEmpty()) {
      return Value.UNKNOWN;
    }
    return switch (arguments.get(1)) {
      case Moment.Zoned zoned ->
          new Moment.Local(zoned.time().withZoneSameInstant(zone.get()).toLocalDateTime());
      case Moment.Local local ->
          new Moment.Zoned(local.time().atZone(zone.get()).withZoneSameInstant(now.zone()));
      case Moment.Day day ->
          new Moment.Local(
              day.date()
                  .atStartOfDay(now.zone())
                  .withZoneSameInstant(zone.get())
                  .toLocalDateTime());
      default -> Value.UNKNOWN;
    };
  }
}
