package dev.drift.engine.model;

/** What a label provider, such as {@code selinux}, keeps of {@code target}. */
public record SecurityLabel(ObjectId id, ObjectId target, String provider, String label)
    implements SchemaObject {

  /** {@return the label that {@code provider} has for {@code target}} */
  public static SecurityLabel on(ObjectId target, String provider, String label) {
    ObjectId facet = target.facet(Kind.SECURITY_LABEL);
    return new SecurityLabel(
        facet.withName(facet.name() + " for " + provider), target, provider, label);
  }
}
