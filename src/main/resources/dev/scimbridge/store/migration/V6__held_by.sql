-- Which connection asked for what is held: it is done when the person is handed over to that one. NULL: nobody knows.
ALTER TABLE people ADD COLUMN held_by TEXT;
ALTER TABLE intents ADD COLUMN held_by TEXT;
