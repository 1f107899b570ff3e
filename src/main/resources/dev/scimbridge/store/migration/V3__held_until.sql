-- What is held may wait for somebody else: the account of a former address goes when the new one has signed up.
ALTER TABLE people ADD COLUMN held_until VARCHAR(36);
ALTER TABLE intents ADD COLUMN held_until VARCHAR(36);

CREATE INDEX people_held_until ON people (held_until) WHERE held_until IS NOT NULL;
