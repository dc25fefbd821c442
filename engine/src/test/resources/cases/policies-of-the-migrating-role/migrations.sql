-- Words for whoever runs the statement mean that role when it runs.
CREATE TABLE diary (id integer PRIMARY KEY, writer name, page text);
ALTER TABLE diary ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_pages ON diary TO CURRENT_USER USING (writer = current_user);
CREATE POLICY all_pages ON diary FOR SELECT TO SESSION_USER, CURRENT_ROLE USING (true);
CREATE POLICY for_all ON diary FOR INSERT TO PUBLIC WITH CHECK (page <> '');
ALTER POLICY for_all ON diary TO CURRENT_USER;
