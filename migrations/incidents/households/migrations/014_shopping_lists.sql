CREATE TABLE IF NOT EXISTS shopping_lists (
    id BIGSERIAL PRIMARY KEY,
    household_id BIGINT NOT NULL REFERENCES households(id) ON DELETE CASCADE,
    name VARCHAR(100) NOT NULL DEFAULT 'Groceries',
    position INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT shopping_lists_name_unique UNIQUE (household_id, name)
);

CREATE TABLE IF NOT EXISTS shopping_list_items (
    id BIGSERIAL PRIMARY KEY,
    list_id BIGINT NOT NULL REFERENCES shopping_lists(id) ON DELETE CASCADE,
    label VARCHAR(200) NOT NULL,
    quantity NUMERIC(8, 2) NOT NULL DEFAULT 1,
    unit VARCHAR(20),
    tags TEXT[] NOT NULL DEFAULT '{}',
    added_by BIGINT REFERENCES users(id) ON DELETE SET NULL,
    bought_at TIMESTAMPTZ
);

CREATE INDEX IF NOT EXISTS idx_shopping_list_items_open ON shopping_list_items(list_id) WHERE bought_at IS NULL;
CREATE INDEX IF NOT EXISTS idx_shopping_list_items_tags ON shopping_list_items USING GIN (tags);
