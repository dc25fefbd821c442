package dev.drift.engine.render;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.ParameterNames;
import dev.drift.engine.canon.Types;
import dev.drift.engine.diff.Parts;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SequenceOptions;
import dev.drift.engine.model.StandardBody;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of objects' attributes in the few words that a report has room for. */
final class DescribeAttribute {
  private static final Pattern SECRET = Pattern.compile("(?i)pass(word|wd|phrase)|secret|token");

  private DescribeAttribute() {}

  /** {@return the value of the attribute of {@code object} that is called so, if it has that} */
  static Optional<String> of(SchemaObject object, String attribute) {
    return object instanceof Routine routine && attribute.equals("standardBody")
        ? Optional.of(value(routine.standardBody().map(body -> ParameterNames.in(body, routine))))
        : Parts.value((Record) object, attribute).map(DescribeAttribute::value);
  }

  /** {@return the value of one attribute} */
  static String value(Object value) {
    return switch (value) {
      case TypeName type -> Types.sql(type);
      case ObjectId id -> id.path();
      case Optional<?> optional -> optional.map(DescribeAttribute::value).orElse("none");
      case OptionalInt number -> number.isPresent() ? "" + number.getAsInt() : "none";
      case Column.Identity identity ->
          "GENERATED "
              + (identity.always() ? "ALWAYS" : "BY DEFAULT")
              + " AS IDENTITY ("
              + value(identity.options())
              + ')';
      case Column.Generated generated ->
          generated.expression().sql() + (generated.stored() ? " STORED" : " VIRTUAL");
      case NotNullConstraint constraint ->
          "CONSTRAINT "
              + quote(constraint.name())
              + " NOT NULL"
              + (constraint.noInherit() ? " NO INHERIT" : "")
              + (constraint.validated() ? "" : " NOT VALID");
      case SequenceOptions options -> sequence(options);
      case CompositeType.Field field ->
          quote(field.name())
              + ' '
              + Types.sql(field.type())
              + field.collation().map(name -> " COLLATE " + name).orElse("");
      case Routine.Parameter parameter -> parameter(parameter);
      case Exclusion.Element element ->
          DescribePart.key(element.key()) + " WITH " + element.operator();
      case Table.Partition place -> place.parent().path() + ' ' + place.bound().sql();
      case Publication.Member member ->
          member.table().path()
              + (member.columns().isEmpty() ? "" : " (" + value(member.columns()) + ')')
              + member.condition().map(condition -> " WHERE " + condition.sql()).orElse("");
      case IndexKey key -> DescribePart.key(key);
      case Grant grant -> grants(List.of(grant));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case SortedSet<?> set when !set.isEmpty() && set.first() instanceof Grant ->
          grants(set.stream().map(Grant.class::cast).toList());
      case Collection<?> list ->
          list.isEmpty()
              ? "none"
              : list.stream().map(DescribeAttribute::value).collect(Collectors.joining(", "));
      case Map<?, ?> map ->
          map.isEmpty()
              ? "none"
              : map.entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + shown(entry.getKey(), entry.getValue()))
                  .collect(Collectors.joining(", "));
      case Expression expression -> expression.sql();
      case Query query -> query.sql();
      case StandardBody body -> body.sql();
      case QualifiedName name -> name.toString();
      case SchemaObject object -> Describe.object(object);
      case Record parts -> parts(parts);
      default -> value.toString();
    };
  }

  private static String sequence(SequenceOptions options) {
    return "AS %s START %d INCREMENT %d MINVALUE %d MAXVALUE %d CACHE %d%s"
        .formatted(
            Types.sql(options.type()),
            options.start(),
            options.increment(),
            options.min(),
            options.max(),
            options.cache(),
            options.cycle() ? " CYCLE" : "");
  }

  private static String parameter(Routine.Parameter parameter) {
    return Stream.of(
            parameter.mode() == Routine.Mode.IN ? "" : parameter.mode().name(),
            parameter.name().isEmpty() ? "" : quote(parameter.name()),
            Types.sql(parameter.type()),
            parameter.defaultValue().map(value -> "DEFAULT " + value.sql()).orElse(""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** {@code name value} of each part that there is. */
  private static String parts(Record record) {
    return Stream.of(record.getClass().getRecordComponents())
        .map(part -> Map.entry(part.getName(), Parts.value(record, part.getName()).orElse("")))
        .map(part -> Map.entry(part.getKey(), value(part.getValue())))
        .filter(part -> !Set.of("none", "", "false").contains(part.getValue()))
        .map(part -> Wording.words(part.getKey()) + ' ' + part.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Passwords are in user mappings and servers, and in no report. */
  private static Object shown(Object option, Object value) {
    return SECRET.matcher(option.toString()).find() ? "***" : value;
  }

  /** Who may do what, a role at a time: {@code app: SELECT, INSERT; everyone: SELECT}. */
  static String grants(Collection<Grant> grants) {
    if (grants.isEmpty()) {
      return "nobody";
    }
    var roles = new LinkedHashMap<String, String>();
    for (Grant grant : grants) {
      roles.merge(who(grant), grant.right(), (all, more) -> all + ", " + more);
    }
    return roles.entrySet().stream()
        .map(role -> role.getKey() + ": " + role.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String who(Grant grant) {
    String grantee =
        switch (grant.grantee()) {
          case Grant.OWNER -> "owner";
          case Grant.PUBLIC -> "everyone";
          default -> grant.grantee();
        };
    return grant.grantor().equals(Grant.OWNER) ? grantee : grantee + " by " + grant.grantor();
  }
}
