CREATE TYPE mood AS ENUM ('calm', 'glad');
CREATE TABLE stays (mood mood);
CREATE TABLE new_days (day integer, mood mood);
CREATE VIEW moods AS SELECT mood FROM new_days;
