-- NORMALIZE names its form by a key word, IS NORMALIZED is a function, COLLATION FOR has no comma.
CREATE TABLE member (id bigint PRIMARY KEY, handle text NOT NULL, city varchar);
CREATE INDEX member_handle ON member (lower(normalize(handle, NFKC)));
CREATE VIEW oddly_spelt AS
  SELECT id, normalize(handle, nfd) AS apart, normalize(city) AS city, collation for (handle) AS by
  FROM member
  WHERE handle IS NOT NFC NORMALIZED OR city IS NORMALIZED OR handle IS NFKD NORMALIZED;
