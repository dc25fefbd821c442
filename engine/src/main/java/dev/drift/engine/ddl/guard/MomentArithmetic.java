package dev.drift.engine.ddl.guard;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Operators on dates and times (manual section 9.9). */
final class MomentArithmetic {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final long MICROS_A_DAY = Duration.ofDays(1).toNanos() / 1000;

  private MomentArithmetic() {}

  /** {@return whether the operator works on dates and times here} */
  static boolean concerns(Value left, Value right) {
    return left instanceof Moment || right instanceof Moment;
  }

  /** {@return the sum, difference or product; unknown where there is no such operator} */
  static Value compute(String operator, Value left, Value right) {
    try {
      return switch (operator) {
        case "+" -> left instanceof Moment ? plus(left, right) : plus(right, left);
        case "-" -> minus(left, right);
        case "*" -> left instanceof Moment.Span span ? times(span, right) : times(right, left);
        default -> Value.UNKNOWN;
      };
    } catch (ArithmeticException | DateTimeException outOfRange) {
      return Value.UNKNOWN;
    }
  }

  private static Value plus(Value value, Value number) {
    if (number instanceof Moment.Span span) {
      return plus(value, span);
    }
    if (value instanceof Moment.Span span && number instanceof Moment) {
      return plus(number, span);
    }
    if (number instanceof Value.Text text && !(value instanceof Moment.Day)) {
      Value span = MomentText.read(text.text(), MomentType.INTERVAL, Now.ANY);
      return span instanceof Moment.Span known ? plus(value, known) : Value.UNKNOWN;
    }
    return value instanceof Moment.Day day
        ? whole(number)
            .<Value>map(days -> new Moment.Day(day.date().plusDays(days)))
            .orElse(Value.UNKNOWN)
        : Value.UNKNOWN;
  }

  /** Months first, of which days are cut to the month's last, then days, then the time. */
  static Value plus(Value value, Moment.Span span) {
    return switch (value) {
      case Moment.Day day -> new Moment.Local(plus(day.date().atStartOfDay(), span));
      case Moment.Local local -> new Moment.Local(plus(local.time(), span));
      case Moment.Zoned zoned -> new Moment.Zoned(plus(zoned.time(), span));
      case Moment.Span other -> other.plus(span);
      default -> Value.UNKNOWN;
    };
  }

  private static LocalDateTime plus(LocalDateTime time, Moment.Span span) {
    return time.plusMonths(span.months())
        .plusDays(span.days())
        .plus(span.micros(), ChronoUnit.MICROS);
  }

  private static ZonedDateTime plus(ZonedDateTime time, Moment.Span span) {
    return time.plusMonths(span.months())
        .plusDays(span.days())
        .plus(span.micros(), ChronoUnit.MICROS);
  }

  private static Value minus(Value left, Value right) {
    if (right instanceof Moment.Span span) {
      return plus(left, span.times(-1));
    }
    if (left instanceof Moment.Day from && whole(right).isPresent()) {
      return new Moment.Day(from.date().minusDays(whole(right).get()));
    }
    Value other = right instanceof Value.Text text ? like(left, text) : right;
    if (left instanceof Moment.Day to && other instanceof Moment.Day from) {
      return Value.of(ChronoUnit.DAYS.between(from.date(), to.date()));
    }
    return left instanceof Moment to && other instanceof Moment from
        ? between(from, to)
        : Value.UNKNOWN;
  }

  /** Days and the rest of the time, never months. */
  private static Value between(Moment from, Moment to) {
    ZoneId zone = zone(from, to);
    Optional<ZonedDateTime> start = MomentType.zoned(from, zone);
    Optional<ZonedDateTime> end = MomentType.zoned(to, zone);
    if (start.isEmpty() || end.isEmpty()) {
      return Value.UNKNOWN;
    }
    long micros = ChronoUnit.MICROS.between(start.get(), end.get());
    return new Moment.Span(0, Math.toIntExact(micros / MICROS_A_DAY), micros % MICROS_A_DAY);
  }

  private static Value times(Value span, Value factor) {
    return span instanceof Moment.Span moment && whole(factor).isPresent()
        ? moment.times(whole(factor).get())
        : Value.UNKNOWN;
  }

  private static Optional<Integer> whole(Value value) {
    return Functions.number(value).filter(MomentArithmetic::isWhole).map(BigDecimal::intValue);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.abs().longValue() < Integer.MAX_VALUE;
  }

  /** {@return how the two are ordered; empty if that is not known} */
  static Optional<Integer> compare(Value left, Value right) {
    Value a = left instanceof Value.Text text ? like(right, text) : left;
    Value b = right instanceof Value.Text text ? like(left, text) : right;
    if (a instanceof Moment.Day x && b instanceof Moment.Day y) {
      return Optional.of(x.date().compareTo(y.date()));
    }
    if (a instanceof Moment.Span x && b instanceof Moment.Span y) {
      return Optional.of(Long.compare(length(x), length(y)));
    }
    if (!(a instanceof Moment from) || !(b instanceof Moment to)) {
      return Optional.empty();
    }
    ZoneId zone = zone(from, to);
    return MomentType.zoned(from, zone)
        .flatMap(x -> MomentType.zoned(to, zone).map(y -> x.toInstant().compareTo(y.toInstant())));
  }

  /** A month has thirty days where intervals are compared. */
  private static long length(Moment.Span span) {
    return (span.months() * 30L + span.days()) * MICROS_A_DAY + span.micros();
  }

  private static ZoneId zone(Moment left, Moment right) {
    if (left instanceof Moment.Zoned zoned) {
      return zoned.time().getZone();
    }
    return right instanceof Moment.Zoned zoned ? zoned.time().getZone() : UTC;
  }

  /** A constant without a type has that of the other operand. */
  private static Value like(Value other, Value.Text text) {
    return switch (other) {
      case Moment.Day day -> MomentText.read(text.text(), MomentType.DAY, Now.ANY);
      case Moment.Local local -> MomentText.read(text.text(), MomentType.LOCAL, Now.ANY);
      case Moment.Zoned zoned ->
          MomentText.read(
              text.text(), MomentType.ZONED, new Now(Optional.empty(), zoned.time().getZone()));
      case Moment.Span span -> MomentText.read(text.text(), MomentType.INTERVAL, Now.ANY);
      default -> Value.UNKNOWN;
    };
  }

  /** {@return from … to in steps, both ends included; empty if that is not known} */
  static Optional<java.util.List<Value>> series(Value from, Value to, Value step, Now now) {
    Value by = MomentType.INTERVAL.cast(step, now);
    boolean zoned = !(from instanceof Moment.Local) && !(to instanceof Moment.Local);
    MomentType type = zoned ? MomentType.ZONED : MomentType.LOCAL;
    Value at = type.cast(from, now);
    Value end = type.cast(to, now);
    if (!(by instanceof Moment.Span span) || length(span) == 0) {
      return Optional.empty();
    }
    int sign = Long.signum(length(span));
    var values = new java.util.ArrayList<Value>();
    while (values.size() < 10_000) {
      Optional<Integer> order = compare(at, end);
      if (order.isEmpty()) {
        return Optional.empty();
      }
      if (order.get() * sign > 0) {
        return Optional.of(values);
      }
      values.add(at);
      at = compute("+", at, span);
    }
    return Optional.empty();
  }

  /** {@return the first day of the week, month, … of a date} */
  static LocalDate start(LocalDate date, String unit) {
    int year = date.getYear();
    return switch (unit) {
      case "week" -> date.with(java.time.DayOfWeek.MONDAY);
      case "month" -> date.withDayOfMonth(1);
      case "quarter" -> LocalDate.of(year, (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case "year" -> LocalDate.of(year, 1, 1);
      case "decade" -> LocalDate.of(year / 10 * 10, 1, 1);
      case "century" -> LocalDate.of((year - 1) / 100 * 100 + 1, 1, 1);
      case "millennium" -> LocalDate.of((year - 1) / 1000 * 1000 + 1, 1, 1);
      default -> date;
    };
  }
}
