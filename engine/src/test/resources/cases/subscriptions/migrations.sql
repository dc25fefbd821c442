CREATE SUBSCRIPTION incoming CONNECTION 'host=nowhere dbname=x' PUBLICATION a, b
  WITH (connect = false, slot_name = 'slot', synchronous_commit = 'remote_apply', binary);
ALTER SUBSCRIPTION incoming SET PUBLICATION a, c WITH (refresh = false);
ALTER SUBSCRIPTION incoming SET (slot_name = NONE);
COMMENT ON SUBSCRIPTION incoming IS 'from elsewhere';
CREATE SUBSCRIPTION plain CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION other CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = off, slot_name = NONE, streaming = on);
ALTER SUBSCRIPTION other RENAME TO another;
CREATE SUBSCRIPTION gone CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = off, slot_name = NONE);
DROP SUBSCRIPTION gone;
ALTER SUBSCRIPTION plain RENAME TO simple;
