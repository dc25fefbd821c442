CREATE TABLE stay (room int4range, guest int4range, during tsrange, PRIMARY KEY (room, during WITHOUT OVERLAPS), UNIQUE (guest, during WITHOUT OVERLAPS));
CREATE TABLE copied (LIKE stay INCLUDING ALL);
CREATE TABLE parted (kind int4range, room int4range, during tsrange, PRIMARY KEY (kind, during WITHOUT OVERLAPS), UNIQUE (kind, room, during WITHOUT OVERLAPS)) PARTITION BY LIST (kind);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN ('[1,2)');
COMMENT ON INDEX parted_1_kind_room_during_excl IS 'the copy';
