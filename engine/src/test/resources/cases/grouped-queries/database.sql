CREATE TABLE sale (region text, shop text, at date, amount numeric);
CREATE VIEW by_row AS SELECT region, shop, count(*) FROM sale GROUP BY (region, shop, at);
CREATE VIEW by_twice AS SELECT region, shop, count(*) FROM sale GROUP BY region, shop, region;
CREATE VIEW by_one_set AS SELECT region, shop, count(*) FROM sale GROUP BY GROUPING SETS ((1, 2));
CREATE VIEW by_sets AS SELECT region, count(*) FROM sale
  GROUP BY GROUPING SETS (region, GROUPING SETS ((region, at), ROLLUP (at)));
CREATE VIEW by_both AS SELECT region, shop FROM sale GROUP BY (1, 2) UNION SELECT region, shop FROM sale GROUP BY CUBE (1, 2);
CREATE VIEW sorted AS SELECT region, shop FROM sale ORDER BY amount USING <, at USING <;
