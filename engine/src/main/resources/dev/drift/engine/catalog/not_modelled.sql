SELECT '' AS kind, 0 AS objects
 WHERE false -- every kind that PostgreSQL 12 to 18 has is modelled
