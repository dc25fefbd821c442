package dev.drift.engine.model;

/** ALTER … DEPENDS ON EXTENSION: {@code target} goes when the extension does. */
public record ExtensionDependency(ObjectId id, ObjectId target, String extension)
    implements SchemaObject {

  /** {@return that {@code target} depends on {@code extension}} */
  public static ExtensionDependency of(ObjectId target, String extension) {
    ObjectId facet = target.facet(Kind.EXTENSION_DEPENDENCY);
    return new ExtensionDependency(
        facet.withName(facet.name() + " on " + extension), target, extension);
  }
}
