CREATE SUBSCRIPTION incoming CONNECTION 'host=nowhere dbname=x' PUBLICATION a, b
  WITH (connect = false, slot_name = 'slot2', streaming = on);
CREATE SUBSCRIPTION extra CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = off, slot_name = NONE);
CREATE SUBSCRIPTION another CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = off, slot_name = NONE, streaming = on);
