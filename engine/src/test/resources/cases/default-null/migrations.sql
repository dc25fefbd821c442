-- The server keeps DEFAULT NULL only where the type has a modifier.
CREATE TABLE parcel (
    id bigint PRIMARY KEY,
    note text DEFAULT NULL,
    sender varchar(40) DEFAULT NULL,
    weight numeric(8, 3) DEFAULT NULL::numeric,
    sent_at timestamp(3) DEFAULT NULL
);
ALTER TABLE parcel ALTER COLUMN note SET DEFAULT NULL;
CREATE TABLE spans (a interval(3) DEFAULT NULL, b interval DEFAULT NULL, c interval day to second(3) DEFAULT NULL, d interval(3) DEFAULT NULL::interval, e interval(3)[] DEFAULT NULL, f interval(3)[] DEFAULT '{}', g interval(3) DEFAULT '1 day');
