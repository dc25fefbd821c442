-- An aggregate orders by its arguments as they are coerced, if it names them as they were given.
CREATE TABLE book (id int PRIMARY KEY, title varchar NOT NULL, pages smallint, price numeric(8, 2));

CREATE VIEW titles AS
  SELECT string_agg(title, ', ' ORDER BY title) AS all_titles,
    string_agg(DISTINCT title, ', ' ORDER BY title DESC) AS different,
    string_agg(title::text, ', ' ORDER BY title, id) AS cast_by_hand,
    string_agg(title, ', ' ORDER BY title::text) AS ordered_by_hand,
    string_agg(title || '!', ', ' ORDER BY title || '!') AS loud,
    max(title ORDER BY title, pages) AS last_title,
    regr_slope(pages, price ORDER BY pages, price, id) AS slope,
    array_agg(title ORDER BY title) AS list,
    string_agg(title, title ORDER BY id) FILTER (WHERE pages > 3) AS by_id,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY pages) AS half
  FROM book;

CREATE VIEW together AS
  SELECT string_agg(title, ', ' ORDER BY title) AS titles FROM book UNION ALL SELECT '';
