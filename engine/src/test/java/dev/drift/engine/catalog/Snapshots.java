package dev.drift.engine.catalog;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.testing.TestPostgres;
import java.util.Optional;

/** Databases made by SQL and read back. */
final class Snapshots {
  private Snapshots() {}

  /** {@return the model of a new database after {@code sql}} */
  static SchemaModel after(String sql) {
    return read(sql).model();
  }

  /** {@return what is read of a new database after {@code sql}} */
  static Introspection read(String sql) {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(url, sql);
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults());
  }

  /** {@return the object of that record with this id, which must be there} */
  static <T extends SchemaObject> T find(SchemaModel model, ObjectId id, Class<T> record) {
    return model
        .find(id, record)
        .orElseThrow(() -> new AssertionError("no " + id + " in " + model.objects()));
  }

  static TypeName builtin(String name, String modifier) {
    return new TypeName("pg_catalog", name, modifier, false);
  }
}
