package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** Renames {@code (x).field} where {@code x} is of the type whose field it is. */
final class FieldRename extends FrameTraversal {
  private final TypeName type;
  private final String from;
  private final String to;
  private final Surroundings around;
  private boolean used;
  private boolean doubt;

  FieldRename(TypeName type, String from, String to, Surroundings around) {
    this.type = type;
    this.from = from;
    this.to = to;
    this.around = around;
  }

  QueryNode apply(QueryNode query) {
    return query(query);
  }

  Scalar apply(Scalar scalar) {
    return scalar(scalar);
  }

  boolean isUsed() {
    return used;
  }

  /** {@return whether something with a field of that name is of a type that could not be told} */
  boolean isInDoubt() {
    return doubt;
  }

  @Override
  protected Scalar scalar(Scalar child) {
    if (!(child instanceof Node.Field(Scalar of, String name)) || !name.equals(from)) {
      return super.scalar(child);
    }
    Optional<TypeName> found = type(of).map(TypeName::plain);
    doubt |= found.isEmpty();
    boolean own = found.filter(type::equals).isPresent();
    used |= own;
    return new Node.Field(scalar(of), own ? to : name);
  }

  private Optional<TypeName> type(Scalar scalar) {
    return switch (scalar) {
      case Node.Parameter parameter -> around.columns().of(parameter);
      case Node.Cast(Scalar arg, TypeName target) -> Optional.of(target);
      case Node.Field(Scalar of, String name) ->
          type(of)
              .flatMap(
                  row ->
                      around.columns(new Name(row.schema(), row.name()), List.of(name)).getFirst());
      case Node.Subscript subscript ->
          type(subscript.of()).filter(TypeName::array).map(TypeName::element);
      case Node.Column column -> column(column);
      default -> Optional.empty();
    };
  }

  private Optional<TypeName> column(Node.Column column) {
    List<String> path = column.path();
    Optional<Home> home = home(path.subList(0, path.size() - 1));
    if (home.isEmpty()) {
      return around.columns().of(column);
    }
    return home.filter(found -> found.index() >= 0)
        .flatMap(found -> found.items().get(found.index()).relation())
        .flatMap(relation -> around.columns(relation.name(), List.of(column.name())).getFirst());
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return column;
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
