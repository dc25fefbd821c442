/**
 * A live PostgreSQL database to a {@link dev.drift.engine.model.SchemaModel}: where to connect
 * ({@link Target}), one read-only snapshot of the system catalogs ({@link Catalog}), one SQL
 * resource and one reader per family of objects ({@link CatalogReader}).
 *
 * <p>The only room that speaks to a server, and with it the only one that throws: {@link
 * CatalogException}, whose message is made for people.
 */
@NullMarked
package dev.drift.engine.catalog;

import org.jspecify.annotations.NullMarked;
