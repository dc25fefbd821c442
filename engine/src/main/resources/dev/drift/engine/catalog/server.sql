SELECT version() AS version,
       current_database()::text AS database,
       current_setting('server_encoding') AS encoding,
       current_setting('search_path') AS search_path
