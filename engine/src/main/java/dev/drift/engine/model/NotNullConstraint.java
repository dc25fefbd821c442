package dev.drift.engine.model;

import java.util.regex.Pattern;

/**
 * The constraint behind NOT NULL, which PostgreSQL has from 18 on; for domains, from 17.
 *
 * <p>A name counts where somebody wrote it. One that the server chose depends on what the table and
 * its column were called that day, and on whether the database came from a server before 18, where
 * there were none: two such names are equal, whatever they are. So a difference is a name that the
 * migrations wrote, or addressed a constraint by, and that is not there (less weighty where the
 * server chose another, since an upgrade does that); or one that somebody gave the database by
 * hand. The name of an inherited one is its parent's matter, as only that can be renamed.
 *
 * @param chosen whether the server chose the name; of one in a catalog, whether it looks so
 * @param noInherit whether heirs do not get it
 * @param validated false for NOT VALID
 * @param local whether the table has it on its own account, perhaps besides its parents; never
 *     compared
 * @param inherited whether a parent has it, too; never compared
 */
public record NotNullConstraint(
    String name,
    boolean chosen,
    boolean noInherit,
    boolean validated,
    boolean local,
    boolean inherited) {
  /** What names end in that the server chooses. */
  public static final String LABEL = "not_null";

  private static final Pattern CHOSEN = Pattern.compile(".*_" + LABEL + "\\d*", Pattern.DOTALL);

  /** {@return one of that name and nothing else about it} */
  public static NotNullConstraint plain(String name, boolean chosen) {
    return new NotNullConstraint(name, chosen, false, true, true, false);
  }

  /** {@return a domain's in a catalog} */
  public static NotNullConstraint inCatalog(String name) {
    return plain(name, looksChosen(name));
  }

  /** {@return whether the server makes names like this one} */
  public static boolean looksChosen(String name) {
    return CHOSEN.matcher(name).matches();
  }

  /** {@return whether both are one to whoever reads or alters them} */
  public boolean means(NotNullConstraint other) {
    boolean sameName =
        name.equals(other.name) || chosen && other.chosen || inherited || other.inherited;
    return sameName && noInherit == other.noInherit && validated == other.validated;
  }

  /**
   * {@return whether {@code actual} has but another name than somebody wrote, one that the server
   * chose: so it is where the database came from a server before 18}
   */
  public boolean isRenamedByServer(NotNullConstraint actual) {
    return !chosen && actual.chosen && named(actual.name).means(actual);
  }

  /** {@return the same under a name that somebody wrote} */
  public NotNullConstraint named(String other) {
    return new NotNullConstraint(other, false, noInherit, validated, local, inherited);
  }

  /** {@return the same, its name now known to the migrations} */
  public NotNullConstraint addressed() {
    return named(name);
  }

  /** {@return the same, for heirs or not} */
  public NotNullConstraint withNoInherit(boolean other) {
    return new NotNullConstraint(name, chosen, other, validated, local, inherited);
  }

  /** {@return the same, valid or not} */
  public NotNullConstraint withValidated(boolean other) {
    return new NotNullConstraint(name, chosen, noInherit, other, local, inherited);
  }

  /** {@return the same as parents hand it on} */
  public NotNullConstraint below() {
    return new NotNullConstraint(name, chosen, noInherit, validated, false, true);
  }

  /** {@return the same as the table's own, too} */
  public NotNullConstraint owned() {
    return new NotNullConstraint(name, chosen, noInherit, validated, true, inherited);
  }

  /** {@return the same as the table's own and nobody else's} */
  public NotNullConstraint alone() {
    return new NotNullConstraint(name, chosen, noInherit, validated, true, false);
  }
}
