-- The view's old table goes, its new one is made with the type that loses a label.
CREATE TYPE mood AS ENUM ('calm', 'gone', 'glad');
CREATE TABLE old_days (day integer, mood mood);
CREATE TABLE stays (mood mood);
CREATE VIEW moods AS SELECT mood FROM old_days;
