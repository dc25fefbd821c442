-- Unqualified names go where the session's search path leads.
CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE TABLE item (id bigint PRIMARY KEY, name text NOT NULL);
RESET search_path;
CREATE TABLE item (id bigint PRIMARY KEY, shop_item bigint REFERENCES shop.item (id));
