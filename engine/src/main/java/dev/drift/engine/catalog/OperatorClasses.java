package dev.drift.engine.catalog;

import dev.drift.engine.model.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operator classes, and which of them an index need not name (GetDefaultOpClass, indexcmds.c).
 */
final class OperatorClasses {
  /** A row of {@code pg_opclass}. */
  record OperatorClass(QualifiedName name, String method, String type, boolean byDefault) {}

  private record Use(String method, String type) {}

  private final Map<String, OperatorClass> classes = new HashMap<>();
  private final Map<Use, String> defaults = new HashMap<>();

  void add(String oid, OperatorClass operatorClass) {
    classes.put(oid, operatorClass);
    if (operatorClass.byDefault()) {
      defaults.put(new Use(operatorClass.method(), operatorClass.type()), oid);
    }
  }

  /**
   * {@return the class's name, unless it is what its method uses for {@code type} anyway}
   *
   * @param type the key's type, empty if not known
   */
  Optional<QualifiedName> unlessDefault(String oid, String type) {
    OperatorClass operatorClass = classes.get(oid);
    if (operatorClass == null) {
      return Optional.empty();
    }
    String own = defaults.get(new Use(operatorClass.method(), type));
    boolean isDefault = own == null ? operatorClass.byDefault() : own.equals(oid);
    return isDefault ? Optional.empty() : Optional.of(operatorClass.name());
  }

  /** {@return its name, as parameters need one before them} */
  Optional<QualifiedName> name(String oid) {
    return Optional.ofNullable(classes.get(oid)).map(OperatorClass::name);
  }
}
