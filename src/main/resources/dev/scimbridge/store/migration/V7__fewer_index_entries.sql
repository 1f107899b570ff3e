-- What is desired changes with each write and is asked of the few who may be the last admin: it need not be in the index.
DROP INDEX people_observed;
CREATE INDEX people_observed ON people (observed, observed_type);

-- All are read at once, and put in their order in memory.
DROP INDEX people_in_order;

-- A userName that is the address is found by that. NULL: it is the address, or none was given.
UPDATE people SET user_name = NULL WHERE user_name = address;
UPDATE intents SET user_name = NULL WHERE user_name = address;
