package dev.drift.engine.catalog;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * {@code pg_description} to {@link Comment}. Comments on extensions are no objects: CREATE
 * EXTENSION writes them from the extension's control file.
 */
final class CommentReader implements CatalogReader {
  private static final ObjectId PUBLIC = ObjectId.global(Kind.SCHEMA, "public");
  private static final String COMMENT_OF_PUBLIC = "standard public schema";

  @Override
  public String family() {
    return "comments";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      target(row, reading)
          .map(target -> Comment.on(target, row.text("text")))
          .filter(comment -> !isFromTheStart(comment))
          .ifPresent(reading::add);
    }
  }

  static Optional<ObjectId> target(CatalogRow row, Reading reading) {
    int number = row.number("number");
    Optional<ObjectId> object = reading.object(row.text("catalog"), row.text("oid"));
    return number == 0
        ? object
        : object.flatMap(relation -> column(relation, row.text("oid"), number, reading));
  }

  private static Optional<ObjectId> column(
      ObjectId relation, String oid, int number, Reading reading) {
    return reading
        .relation(oid)
        .flatMap(found -> found.attribute(number))
        .map(column -> ObjectId.column(relation, column.name()));
  }

  /** Every new database has it. */
  private static boolean isFromTheStart(Comment comment) {
    return comment.target().equals(PUBLIC) && comment.text().equals(COMMENT_OF_PUBLIC);
  }
}
