package dev.drift.engine.canon;

import dev.drift.engine.model.AccessMethod;
import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Cast;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Conversion;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Language;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.model.TextSearchParser;
import dev.drift.engine.model.TextSearchTemplate;
import dev.drift.engine.model.Transform;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The objects of the model that a definition names outside of expressions and queries: functions,
 * types, collations, operators, classes, languages, access methods, text search objects.
 */
public final class References {
  private final Objects objects;
  private final SortedSet<ObjectId> found = new TreeSet<>();

  private References(Objects objects) {
    this.objects = objects;
  }

  /** {@return what {@code object} names, of what there is in {@code objects}} */
  public static SortedSet<ObjectId> of(SchemaObject object, Objects objects) {
    var references = new References(objects);
    references.collect(object);
    return references.found;
  }

  private void collect(SchemaObject object) {
    switch (object) {
      case Aggregate aggregate -> aggregate(aggregate);
      case RangeType range -> {
        type(range.subtype());
        routine(range.canonical());
        routine(range.difference());
        name(Kind.COLLATION, range.collation());
        operatorClass(range.operatorClass());
      }
      case BaseType type -> {
        type.element().ifPresent(this::type);
        functions(type.functions()).forEach(this::routine);
      }
      case Cast cast -> {
        type(cast.from());
        type(cast.to());
        routine(cast.function());
      }
      case Operator operator -> {
        operator.left().ifPresent(this::type);
        operator.right().ifPresent(this::type);
        routine(operator.function());
        routine(operator.restrict());
        routine(operator.join());
      }
      case OperatorFamily family -> {
        method(family.method());
        family.operators().values().forEach(member -> member(Kind.OPERATOR, member));
        family.functions().values().forEach(member -> member(Kind.FUNCTION, member));
      }
      case OperatorClass operatorClass -> {
        method(operatorClass.method());
        type(operatorClass.type());
        operatorClass.storage().ifPresent(this::type);
        QualifiedName family = operatorClass.family();
        String typed = family.name() + " using " + operatorClass.method();
        name(Kind.OPERATOR_FAMILY, new QualifiedName(family.schema(), typed));
      }
      case Conversion conversion -> routine(conversion.function());
      case Transform transform -> {
        type(transform.type());
        language(transform.language());
        routine(transform.fromSql());
        routine(transform.toSql());
      }
      case Language language -> {
        routine(language.handler());
        routine(language.inline());
        routine(language.validator());
      }
      case AccessMethod method -> routine(method.handler());
      case TextSearchParser parser -> {
        List.of(parser.start(), parser.token(), parser.end(), parser.types())
            .forEach(this::routine);
        routine(parser.headline());
      }
      case TextSearchTemplate template -> {
        routine(template.init());
        routine(template.lexize());
      }
      case TextSearchDictionary dictionary ->
          name(Kind.TEXT_SEARCH_TEMPLATE, dictionary.template());
      case TextSearchConfiguration configuration -> {
        name(Kind.TEXT_SEARCH_PARSER, configuration.parser());
        configuration
            .mappings()
            .values()
            .forEach(names -> names.forEach(name -> name(Kind.TEXT_SEARCH_DICTIONARY, name)));
      }
      case Column column -> name(Kind.COLLATION, column.collation());
      case DomainType domain -> name(Kind.COLLATION, domain.collation());
      case CompositeType type ->
          type.fields().forEach(field -> name(Kind.COLLATION, field.collation()));
      case Index index -> {
        method(index.method());
        index.keys().forEach(this::key);
      }
      case Exclusion exclusion -> {
        method(exclusion.method());
        exclusion.elements().forEach(element -> key(element.key()));
      }
      case Routine routine -> {
        language(routine.language());
        routine(routine.support());
      }
      case Table table -> {
        table.accessMethod().ifPresent(this::method);
        table.partitionKey().ifPresent(key -> collations(key.sql()));
      }
      case MaterializedView view -> view.accessMethod().ifPresent(this::method);
      default -> {}
    }
  }

  /** What stands behind COLLATE, qualified unless the server has it. */
  private void collations(String sql) {
    List<Token> tokens = Tokenizer.tokenize(sql);
    for (int i = 0; i + 3 < tokens.size(); i++) {
      if (tokens.get(i).is("collate") && tokens.get(i + 2).isSymbol(".")) {
        name(
            Kind.COLLATION,
            Optional.of(new QualifiedName(tokens.get(i + 1).value(), tokens.get(i + 3).value())));
      }
    }
  }

  private void aggregate(Aggregate aggregate) {
    aggregate.parameters().forEach(parameter -> type(parameter.type()));
    state(aggregate.state());
    aggregate.moving().ifPresent(this::state);
    routine(aggregate.combine());
    routine(aggregate.serialize());
    routine(aggregate.deserialize());
    name(Kind.OPERATOR, aggregate.sortOperator());
  }

  private void state(Aggregate.State state) {
    routine(state.transition());
    type(state.type());
    routine(state.inverse());
    routine(state.finalFunction());
  }

  /** {@return the functions of a base type, whether it has them or not} */
  public static List<Optional<QualifiedName>> functions(BaseType.Functions functions) {
    return List.of(
        functions.input(),
        functions.output(),
        functions.receive(),
        functions.send(),
        functions.modifierIn(),
        functions.modifierOut(),
        functions.analyze(),
        functions.subscript());
  }

  private void key(IndexKey key) {
    name(Kind.COLLATION, key.collation());
    operatorClass(key.operatorClass());
  }

  private void member(Kind kind, OperatorFamily.Member member) {
    type(member.left());
    type(member.right());
    name(kind, member.name());
    member
        .ordering()
        .map(family -> new QualifiedName(family.schema(), family.name() + " using btree"))
        .ifPresent(family -> name(Kind.OPERATOR_FAMILY, family));
  }

  private void operatorClass(Optional<QualifiedName> name) {
    name.ifPresent(
        wanted -> {
          for (SchemaObject object : objects.ofKind(Kind.OPERATOR_CLASS)) {
            if (object.id().schema().equals(wanted.schema())
                && object.id().name().startsWith(wanted.name() + " using ")) {
              found.add(object.id());
            }
          }
        });
  }

  private void routine(Optional<QualifiedName> name) {
    name.ifPresent(this::routine);
  }

  private void routine(QualifiedName name) {
    name(Kind.FUNCTION, name);
  }

  private void name(Kind kind, Optional<QualifiedName> name) {
    name.ifPresent(one -> name(kind, one));
  }

  private void name(Kind kind, QualifiedName name) {
    add(ObjectId.of(kind, name.schema(), name.name()));
  }

  private void language(String name) {
    add(ObjectId.global(Kind.LANGUAGE, name));
  }

  private void method(String name) {
    add(ObjectId.global(Kind.ACCESS_METHOD, name));
  }

  private void type(TypeName type) {
    Names.type(type.schema(), type.name(), objects).ifPresent(found::add);
  }

  private void add(ObjectId id) {
    if (objects.contains(id)) {
      found.add(id);
    }
  }
}
