-- What holds a value of an enum follows when the value gets another label; mere text does not.
CREATE TYPE priority AS ENUM ('normal', 'high', 'it''s late');
CREATE TABLE ticket (
  id bigint PRIMARY KEY,
  priority priority NOT NULL DEFAULT 'normal',
  escalation priority[] NOT NULL DEFAULT '{normal,"it''s late"}',
  label text DEFAULT 'normal',
  CHECK (priority <> 'normal' OR label = 'normal'),
  CONSTRAINT known CHECK (priority IN ('normal', 'high')),
  CONSTRAINT steps CHECK (NOT escalation && '{normal}')
);
CREATE INDEX ticket_normal ON ticket (id) WHERE priority = 'normal';
CREATE VIEW normal_ticket AS
  SELECT id, priority = 'normal' AS normal,
    CASE WHEN priority IN ('normal', 'high') THEN 'normal' ELSE label END AS label,
    coalesce(escalation[1], 'normal') AS next
  FROM ticket
  WHERE priority >= 'normal' AND label <> 'normal';
CREATE DOMAIN usual AS priority DEFAULT 'normal' CHECK (VALUE <> 'high');
CREATE FUNCTION next(p priority DEFAULT 'normal', note text DEFAULT 'normal') RETURNS text
  LANGUAGE sql AS $$ SELECT 'normal'::text $$;
ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY normal_only ON ticket
  USING (priority = 'normal' AND EXISTS (SELECT FROM ticket t WHERE t.priority = 'normal'));
CREATE TABLE part (priority priority, label text) PARTITION BY LIST (priority);
CREATE TABLE part_normal PARTITION OF part FOR VALUES IN ('normal', 'high');
CREATE TABLE part_label (label text) PARTITION BY LIST (label);
CREATE TABLE part_label_normal PARTITION OF part_label FOR VALUES IN ('normal');
ALTER TYPE priority RENAME VALUE 'normal' TO 'everyday''s';
ALTER TYPE priority RENAME VALUE 'it''s late' TO 'late';
