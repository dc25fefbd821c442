/**
 * Files to migrations and statements: the tools' directory layouts, their order of execution, the
 * sections that run, checksums. The only room that reads migration files.
 *
 * <p>{@link dev.drift.engine.source.Migrations} lists the layouts, one class each:
 *
 * <pre>
 * prisma            20240101_x/migration.sql        by directory
 * drizzle           0001_x.sql, meta/_journal.json  by the journal; or as prisma with snapshot.json
 * diesel            2024-01-01-000000_x/up.sql      by version
 * goose             1_x.sql, -- +goose Up           by number
 * dbmate            1_x.sql, -- migrate:up          by file name
 * flyway            V1_2__x.sql, R__x.sql, B1__x    by version, then repeatables, callbacks around
 * refinery          V1__x.sql, U2__x.sql            by number
 * sqlx              1_x.sql, 1_x.up.sql             by number
 * golang-migrate    1_x.up.sql                      by number
 * supabase          supabase/migrations/1_x.sql     by file name
 * graphile-migrate  committed/000001.sql            by number
 * liquibase         --liquibase formatted sql       by changelog or file name, then changesets
 * sqitch            sqitch.plan, deploy/x.sql       by the plan
 * pop               1_x.postgres.up.sql             by number
 * sql-migrate       1_x.sql, -- +migrate Up         by number, then by name
 * tern              1_x.sql, ---- create above      by number
 * play              1.sql, # --- !Ups               by number
 * mybatis           1_x.sql, -- //@UNDO             by number
 * atlas             1_x.sql, atlas.sum              by file name, from the last checkpoint on
 * node-pg-migrate   1_x.sql, -- Up Migration        by number
 * yoyo              x.sql, -- depends: y            by dependencies, then by name
 * schema            one file: by hand, pg_dump, Rails' structure.sql
 * plain             1_x.sql and other files         by number, then by name
 * </pre>
 *
 * Files of the layouts {@code plain}, {@code schema} and {@code sqitch} are read as psql runs them,
 * the others as a driver is given them.
 */
@NullMarked
package dev.drift.engine.source;

import org.jspecify.annotations.NullMarked;
