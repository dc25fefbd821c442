package dev.drift.engine.canon;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The schema that the tests of queries look names up in. */
final class Schemas {
  static final ObjectId USERS = ObjectId.table("public", "users");
  static final ObjectId POSTS = ObjectId.table("app", "posts");

  private Schemas() {}

  /** {@code public.users(id, name, email)}, {@code app.posts(id, user_id, title)}, a view. */
  static Scope scope() {
    var objects = new ArrayList<SchemaObject>();
    table(objects, USERS, "id integer", "name text", "email character varying(50)");
    table(objects, POSTS, "id integer", "user_id integer", "title text");
    objects.add(
        new View(
            ObjectId.of(Kind.VIEW, "public", "names"),
            List.of("id", "label"),
            new Query("SELECT 1", true, Collections.emptySortedSet()),
            Collections.emptySortedMap()));
    return new Scope(SchemaModel.of(objects), List.of("public", "app"));
  }

  private static void table(List<SchemaObject> objects, ObjectId id, String... columns) {
    objects.add(Table.plain(id));
    int position = 1;
    for (String column : columns) {
      var reader = new TokenReader(Tokenizer.tokenize(column));
      String name = reader.name();
      objects.add(Column.plain(ObjectId.column(id, name), position++, Types.read(reader)));
    }
  }
}
