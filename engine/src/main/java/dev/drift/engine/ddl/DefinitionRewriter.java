package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.AccessMethod;
import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.Aggregate.State;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Cast;
import dev.drift.engine.model.Conversion;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Language;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.TextSearchConfiguration;
import dev.drift.engine.model.TextSearchDictionary;
import dev.drift.engine.model.TextSearchParser;
import dev.drift.engine.model.TextSearchTemplate;
import dev.drift.engine.model.Transform;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@link Rewriter} does to types, operators, aggregates and text search objects. */
final class DefinitionRewriter {
  private final Rewriting to;

  DefinitionRewriter(Rewriting to) {
    this.to = to;
  }

  Aggregate aggregate(ObjectId id, Aggregate aggregate) {
    List<Parameter> parameters =
        aggregate.parameters().stream()
            .map(p -> new Parameter(p.mode(), p.name(), to.type(p.type()), p.defaultValue()))
            .toList();
    return new Aggregate(
        id.withName(RoutineNames.signature(RoutineNames.bare(id), parameters)),
        parameters,
        aggregate.kind(),
        aggregate.directArguments(),
        state(aggregate.state()),
        aggregate.moving().map(this::state),
        routine(aggregate.combine()),
        routine(aggregate.serialize()),
        routine(aggregate.deserialize()),
        operator(aggregate.sortOperator()),
        aggregate.parallel());
  }

  private State state(State state) {
    return new State(
        routine(state.transition()),
        to.type(state.type()),
        state.space(),
        routine(state.inverse()),
        routine(state.finalFunction()),
        state.finalExtra(),
        state.finalModify(),
        state.initial());
  }

  RangeType range(ObjectId id, RangeType range) {
    return new RangeType(
        id,
        to.type(range.subtype()),
        range.operatorClass().map(name -> to.name(Kind.OPERATOR_CLASS, name)),
        to.collation(range.collation()),
        routine(range.canonical()),
        routine(range.difference()),
        range.multirange().map(name -> to.name(Kind.RANGE_TYPE, name)));
  }

  BaseType baseType(ObjectId id, BaseType type) {
    BaseType.Functions functions = type.functions();
    return new BaseType(
        id,
        type.defined(),
        new BaseType.Functions(
            routine(functions.input()),
            routine(functions.output()),
            routine(functions.receive()),
            routine(functions.send()),
            routine(functions.modifierIn()),
            routine(functions.modifierOut()),
            routine(functions.analyze()),
            routine(functions.subscript())),
        type.layout(),
        type.category(),
        type.preferred(),
        type.delimiter(),
        type.defaultText(),
        type.element().map(to::type),
        type.collatable());
  }

  Cast cast(Cast cast) {
    TypeName source = to.type(cast.from());
    TypeName target = to.type(cast.to());
    String name = Types.argument(source) + " AS " + Types.argument(target);
    return new Cast(
        cast.id().withName(name),
        source,
        target,
        cast.method(),
        routine(cast.function()),
        cast.context());
  }

  Operator operator(ObjectId id, Operator operator) {
    Optional<TypeName> left = operator.left().map(to::type);
    Optional<TypeName> right = operator.right().map(to::type);
    String bare = id.name().substring(0, id.name().indexOf('('));
    return new Operator(
        id.withName(bare + Types.operands(left, right)),
        left,
        right,
        routine(operator.function()),
        operator(operator.commutator()),
        operator(operator.negator()),
        routine(operator.restrict()),
        routine(operator.join()),
        operator.hashes(),
        operator.merges());
  }

  OperatorFamily family(ObjectId id, OperatorFamily family) {
    return new OperatorFamily(
        id,
        family.method(),
        members(family.operators(), Kind.OPERATOR),
        members(family.functions(), Kind.FUNCTION));
  }

  private SortedMap<String, Member> members(SortedMap<String, Member> members, Kind kind) {
    var rewritten = new TreeMap<String, Member>();
    for (Member member : members.values()) {
      TypeName left = to.type(member.left());
      TypeName right = to.type(member.right());
      rewritten.put(
          OperatorItems.place(member.number(), left, right),
          new Member(
              member.number(),
              left,
              right,
              to.name(kind, member.name()),
              member.ordering().map(name -> to.name(Kind.OPERATOR_FAMILY, name))));
    }
    return rewritten;
  }

  OperatorClass operatorClass(ObjectId id, OperatorClass operatorClass) {
    return new OperatorClass(
        id,
        operatorClass.method(),
        to.name(Kind.OPERATOR_FAMILY, operatorClass.family()),
        to.type(operatorClass.type()),
        operatorClass.byDefault(),
        operatorClass.storage().map(to::type));
  }

  Conversion conversion(ObjectId id, Conversion conversion) {
    return new Conversion(
        id,
        conversion.from(),
        conversion.to(),
        routine(conversion.function()),
        conversion.byDefault());
  }

  Transform transform(Transform transform) {
    TypeName type = to.type(transform.type());
    String language = to.global(Kind.LANGUAGE, transform.language());
    return new Transform(
        transform.id().withName(Types.argument(type) + " LANGUAGE " + language),
        type,
        language,
        routine(transform.fromSql()),
        routine(transform.toSql()));
  }

  Language language(ObjectId id, Language language) {
    return new Language(
        id,
        language.trusted(),
        routine(language.handler()),
        routine(language.inline()),
        routine(language.validator()));
  }

  AccessMethod accessMethod(ObjectId id, AccessMethod method) {
    return new AccessMethod(id, method.type(), routine(method.handler()));
  }

  TextSearchParser parser(ObjectId id, TextSearchParser parser) {
    return new TextSearchParser(
        id,
        routine(parser.start()),
        routine(parser.token()),
        routine(parser.end()),
        routine(parser.types()),
        routine(parser.headline()));
  }

  TextSearchTemplate template(ObjectId id, TextSearchTemplate template) {
    return new TextSearchTemplate(id, routine(template.init()), routine(template.lexize()));
  }

  TextSearchDictionary dictionary(ObjectId id, TextSearchDictionary dictionary) {
    return new TextSearchDictionary(
        id, to.name(Kind.TEXT_SEARCH_TEMPLATE, dictionary.template()), dictionary.options());
  }

  TextSearchConfiguration configuration(ObjectId id, TextSearchConfiguration configuration) {
    var mappings = new TreeMap<String, List<QualifiedName>>();
    configuration
        .mappings()
        .forEach(
            (token, names) ->
                mappings.put(
                    token,
                    names.stream()
                        .map(name -> to.name(Kind.TEXT_SEARCH_DICTIONARY, name))
                        .toList()));
    return new TextSearchConfiguration(
        id, to.name(Kind.TEXT_SEARCH_PARSER, configuration.parser()), mappings);
  }

  private QualifiedName routine(QualifiedName name) {
    return to.name(Kind.FUNCTION, name);
  }

  private Optional<QualifiedName> routine(Optional<QualifiedName> name) {
    return name.map(this::routine);
  }

  private Optional<QualifiedName> operator(Optional<QualifiedName> name) {
    return name.map(one -> to.name(Kind.OPERATOR, one));
  }
}
