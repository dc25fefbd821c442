-- The columns in a statistics object's expressions have the types of its table.
CREATE TABLE parcel (id bigserial, weight bigint, note varchar(20), price numeric(8, 2));
CREATE STATISTICS heavy ON id, (weight NOT IN (8, 9)) FROM parcel;
CREATE STATISTICS noted ON id, (note IN ('a', 'b')), (price > 1) FROM parcel;
