-- The userName somebody was given, in the form in which names are compared. NULL: none was, or it was given before.
ALTER TABLE people ADD COLUMN user_name TEXT;
ALTER TABLE intents ADD COLUMN user_name TEXT;

CREATE INDEX people_user_name ON people (user_name) WHERE user_name IS NOT NULL;
CREATE INDEX intents_user_name ON intents (user_name) WHERE user_name IS NOT NULL;
