CREATE UNLOGGED TABLE sale (region_old text DEFAULT 'zz', shop text);
CREATE VIEW by_shop AS SELECT region_old AS region, shop FROM sale;
