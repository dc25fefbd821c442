-- The table changes, too: what reads the column that goes is replaced before it goes.
CREATE TABLE sale (shop text, region text);
CREATE VIEW by_shop AS SELECT region, shop FROM sale;
