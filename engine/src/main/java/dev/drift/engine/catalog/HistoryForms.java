package dev.drift.engine.catalog;

import java.util.List;

/** The tools' history tables, read from the tools' sources; of those of one name the first fits. */
final class HistoryForms {
  static final List<HistoryTable> ALL =
      List.of(
          VersionHistories.GOOSE,
          VersionHistories.GOLANG_MIGRATE,
          ChecksumHistories.PRISMA,
          ChecksumHistories.DRIZZLE,
          ChecksumHistories.FLYWAY,
          ChecksumHistories.SQLX,
          ChecksumHistories.REFINERY,
          VersionHistories.DIESEL,
          VersionHistories.SUPABASE,
          ChecksumHistories.ATLAS,
          ChecksumHistories.LIQUIBASE,
          ChecksumHistories.SQITCH,
          ChecksumHistories.GRAPHILE_MIGRATE,
          VersionHistories.SQL_MIGRATE,
          VersionHistories.NODE_PG_MIGRATE,
          VersionHistories.PLAY,
          VersionHistories.MYBATIS,
          VersionHistories.YOYO,
          VersionHistories.POP,
          VersionHistories.DBMATE,
          VersionHistories.PLAIN,
          VersionHistories.TERN);

  private HistoryForms() {}
}
