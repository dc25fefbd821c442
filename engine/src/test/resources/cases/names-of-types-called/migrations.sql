CREATE TABLE event (
  at timestamptz DEFAULT timestamptz('2020-01-01 00:00:00+00'),
  day date CHECK (day > date('2020-01-01')),
  id uuid DEFAULT uuid('11111111-1111-1111-1111-111111111111'),
  most numeric DEFAULT 'infinity'::float8,
  pause interval DEFAULT '1-2',
  wait interval minute to second DEFAULT '3:04');
CREATE VIEW spelled AS SELECT text('x'), int4('3') AS n, date(at) AS day, text(NULL) AS none, abs('3') AS three FROM event;
