/** Whether the server cuts broken text as drift does. */
@org.jspecify.annotations.NullMarked
package dev.drift.engine.sql.agreement;
