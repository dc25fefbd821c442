package dev.drift.engine.ddl;

import dev.drift.engine.canon.ExpressionColumns;
import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether other objects' definitions use an object: by its name, in an expression or a query. */
final class Usage {
  private final ObjectId id;
  private final Objects objects;
  private final String word;
  private final boolean isType;
  private final boolean isRoutine;
  private final boolean inExpressions;
  private final Optional<QualifiedName> multirange;

  Usage(ObjectId used, Objects objects) {
    this.id = used;
    this.objects = objects;
    this.isRoutine = Objects.ROUTINES.contains(id.kind());
    this.isType =
        Objects.TYPES.contains(id.kind())
            || Set.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW)
                .contains(id.kind());
    this.inExpressions =
        isType
            || isRoutine
            || Set.of(Kind.SEQUENCE, Kind.COLLATION, Kind.OPERATOR).contains(id.kind());
    this.multirange =
        id.kind() == Kind.RANGE_TYPE
            ? objects.find(id, RangeType.class).flatMap(RangeType::multirange)
            : Optional.empty();
    this.word = isRoutine || id.kind() == Kind.OPERATOR ? RoutineNames.bare(id) : id.name();
  }

  boolean trigger(Trigger trigger) {
    if (id.kind() == Kind.COLUMN) {
      return id.belongsTo(Rewriter.owner(trigger.id()))
          && (trigger.updateColumns().contains(id.name())
              || trigger.condition().filter(this::mentionsRowColumn).isPresent());
    }
    return calls(trigger.function())
        || trigger.referenced().filter(id::equals).isPresent()
        || uses(Rewriter.owner(trigger.id()), trigger.condition());
  }

  boolean calls(QualifiedName function) {
    boolean untyped = id.name().equals(word + "()") || !objects.contains(id.withName(word + "()"));
    return isRoutine && untyped && function.equals(new QualifiedName(id.schema(), word));
  }

  boolean rule(RewriteRule rule) {
    ObjectId owner = Rewriter.owner(rule.id());
    if (id.kind() == Kind.COLUMN && id.belongsTo(Rewriter.owner(rule.id()))) {
      boolean ofRow =
          rule.condition().filter(this::mentionsRowColumn).isPresent()
              || rule.commands().stream()
                  .anyMatch(command -> mentionsRowColumn(new Expression(command.sql())));
      if (ofRow) {
        return true;
      }
    }
    return rule.commands().stream().anyMatch(this::reads)
        || rule.condition().filter(e -> usesColumn(owner, e) || uses(owner, e)).isPresent();
  }

  /** Whether an expression of {@code owner}, or a query in it, has the column. */
  private boolean usesColumn(ObjectId owner, Expression expression) {
    return id.kind() == Kind.COLUMN
        && expression.sql().contains(id.name())
        && ExpressionColumns.used(expression, owner, objects).contains(id);
  }

  /** Whether a trigger's condition has {@code NEW.column} or {@code OLD.column}. */
  private boolean mentionsRowColumn(Expression expression) {
    return expression.sql().contains(id.name()) && RowColumns.of(expression).contains(id.name());
  }

  boolean policyUses(Policy policy, Expression expression) {
    ObjectId owner = Rewriter.owner(policy.id());
    return usesColumn(owner, expression)
        || isRelation() && mentions(expression.sql()) && refersTo(expression)
        || uses(owner, expression);
  }

  boolean reads(Query query) {
    if (id.kind() == Kind.COLUMN) {
      return query.understood() && Queries.columns(query, objects).contains(id);
    }
    if (query.relations().contains(id)) {
      return true;
    }
    boolean isRecorded = isRoutine || id.kind() == Kind.OPERATOR || id.kind() == Kind.COLLATION;
    return query.understood()
        && inExpressions
        && !isRelation()
        && !isRecorded
        && mentions(query.sql())
        && refersTo(new Expression(query.sql()));
  }

  boolean isRelation() {
    return switch (id.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  /** Whether the type is the object's, or the multirange type that goes with it. */
  boolean isOf(TypeName type) {
    var name = new QualifiedName(type.schema(), type.name());
    return isType
        && (name.equals(new QualifiedName(id.schema(), id.name()))
            || multirange.filter(name::equals).isPresent());
  }

  boolean uses(ObjectId owner, Optional<Expression> expression) {
    return expression.filter(each -> uses(owner, each)).isPresent();
  }

  /** Whether an expression of {@code owner}, a relation, domain or routine, names the object. */
  boolean uses(ObjectId owner, Expression expression) {
    return inExpressions
        && mentions(expression.sql())
        && Expressions.references(expression, owner, objects).contains(id);
  }

  private boolean mentions(String sql) {
    return id.kind() == Kind.OPERATOR
        || sql.contains(word)
        || multirange.filter(name -> sql.contains(name.name())).isPresent();
  }

  private boolean refersTo(Expression expression) {
    return Expressions.references(expression, objects).contains(id);
  }

  boolean isColumnBeside(ObjectId part) {
    return id.kind() == Kind.COLUMN
        && part.parent().equals(id.parent())
        && part.schema().equals(id.schema());
  }

  boolean usesOwnColumn(ObjectId part, Expression expression) {
    return isColumnBeside(part)
        && expression.sql().contains(id.name())
        && !Expressions.columns(expression, List.of(id.name())).isEmpty();
  }

  boolean usesOwnColumn(ObjectId part, IndexKey key) {
    return usesOwnColumn(part, key.expression());
  }

  boolean routine(Routine routine) {
    return routine.returns().filter(this::isOf).isPresent()
        || routine.parameters().stream()
            .anyMatch(p -> isOf(p.type()) || uses(routine.id(), p.defaultValue()))
        || routine
            .standardBody()
            .filter(body -> body.statements().stream().anyMatch(this::reads))
            .isPresent();
  }
}
