package dev.drift.engine.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiquibaseTest {
  private static final String CHANGELOG =
      """
      --liquibase formatted sql

      --changeset ann:1
      --comment: users first
      CREATE TABLE users (
        id int -- the key
      );
      /* and their index */
      CREATE INDEX users_id ON users (id);
      --rollback DROP TABLE users;

      --changeset bob:2 splitStatements:false
      --preconditions onFail:MARK_RAN
      --precondition-sql-check expectedResult:0 SELECT count(*) FROM users
      CREATE TABLE pets (id int);
      /* liquibase rollback
      DROP TABLE pets;
      */
      """;

  @TempDir private Path directory;

  private void update(Workshop workshop) throws Exception {
    try (Connection connection = DriverManager.getConnection(workshop.jdbc());
        var liquibase =
            new Liquibase(
                "changelog.sql",
                new DirectoryResourceAccessor(directory),
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
      liquibase.update(new Contexts());
    }
  }

  @Test
  void itsOwnRunIsWholeAndRecorded() throws Exception {
    Workshop workshop = Workshop.at(directory, "liquibase");
    workshop.file("changelog.sql", CHANGELOG);

    update(workshop);

    assertEquals(List.of("APPLIED", "APPLIED"), workshop.verdicts());
    assertTrue(workshop.status().exact());
  }

  @Test
  void blanksDoNotCountAndEditsDo() throws Exception {
    Workshop workshop = Workshop.at(directory, "liquibase");
    workshop.file("changelog.sql", CHANGELOG);
    update(workshop);

    workshop.file("changelog.sql", CHANGELOG.replace("TABLE pets", "TABLE  pets"));
    assertEquals(List.of("APPLIED", "APPLIED"), workshop.verdicts());

    workshop.file("changelog.sql", CHANGELOG.replace("pets (id int)", "pets (id int, a int)"));
    assertEquals(List.of("APPLIED", "CHANGED [EDITED]"), workshop.verdicts());
  }
}
