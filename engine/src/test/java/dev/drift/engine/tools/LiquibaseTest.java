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

  @Test
  void itsMarksMeanTheSame() throws Exception {
    Workshop workshop = Workshop.at(directory, "liquibase");
    workshop.file(
        "changelog.sql",
        """

        --liquibase formatted sql
        --property name:t value:cats dbms:postgresql
        --property name:t value:dogs

        --changeset "ann b":1 context:!prod labels:"x, y"
        CREATE TABLE ${t} (id int)
        go
        CREATE TABLE more (id int)
        /
        --ignoreLines:2
        CREATE TABLE ignored (id int);
        nonsense
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
        --rollback DROP TABLE more;
        --changeset ann:2 ignore:true
        CREATE TABLE skipped (id int);
        --changeset ann:3 dbms:mysql,oracle
        CREATE TABLE others (id int);
        --changeset ann:4 endDelimiter:Go
        CREATE TABLE four (id int) GO
        CREATE TABLE five (id int)
        go
        --changeset ann:5 splitStatements:false runOnChange:true
        CREATE OR REPLACE VIEW v AS SELECT id FROM four;
        CREATE TABLE six (id int);
        --changeset ann:6
        --preconditions onFail:MARK_RAN onError:MARK_RAN
        --precondition-table-exists table:four
        ALTER TABLE four ADD COLUMN a int;
        --ignoreLines:start
        CREATE TABLE 'never;
        --ignoreLines:end
        """);

    update(workshop);

    assertEquals(List.of(), workshop.drift());
    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
  }
}
