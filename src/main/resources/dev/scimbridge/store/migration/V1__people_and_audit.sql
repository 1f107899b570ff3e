-- What SQLite and PostgreSQL both understand. Times are microseconds since 1970, documents are JSON as text, ids come
-- from the application. The columns of a person stand in the order in which UserColumns writes and reads them.

-- desired NULL: nobody has written to them over SCIM. held NULL: no guard keeps anything back. last NULL: no command.
-- urgency: 0 a leaver, 1 a change of an active person, 2 a joiner.
CREATE TABLE people (
    id VARCHAR(36) PRIMARY KEY,
    generation INTEGER NOT NULL,
    address TEXT NOT NULL,
    said TEXT NOT NULL,
    type_from TEXT,
    connection TEXT,
    desired VARCHAR(16),
    desired_type TEXT,
    desired_fallback TEXT,
    fulfilled BOOLEAN,
    wished BIGINT,
    invites INTEGER,
    invites_first BIGINT,
    invites_last BIGINT,
    sets INTEGER,
    sets_first BIGINT,
    sets_last BIGINT,
    held VARCHAR(16),
    held_type TEXT,
    held_fallback TEXT,
    held_guard TEXT,
    held_why TEXT,
    held_since BIGINT,
    observed VARCHAR(16) NOT NULL,
    observed_type TEXT,
    observed_uids TEXT,
    listed BOOLEAN NOT NULL,
    last VARCHAR(16),
    last_uid TEXT,
    last_address TEXT,
    last_from TEXT,
    last_to TEXT,
    last_ending VARCHAR(16),
    last_words TEXT,
    last_revision BIGINT,
    last_ended BIGINT,
    last_looked BOOLEAN,
    last_tries INTEGER,
    last_not_before BIGINT,
    account_email TEXT,
    account_name TEXT,
    account_uid TEXT,
    state VARCHAR(32) NOT NULL,
    why TEXT NOT NULL,
    since BIGINT NOT NULL,
    due BIGINT,
    version BIGINT NOT NULL,
    born BIGINT NOT NULL,
    shown BIGINT NOT NULL,
    created BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    urgency INTEGER NOT NULL,
    UNIQUE (address, generation)
);

CREATE INDEX people_in_order ON people (born, id);
CREATE INDEX people_due ON people (urgency, due) WHERE due IS NOT NULL;
CREATE INDEX people_observed ON people (observed, observed_type, desired, desired_type);

-- Records as they will be once their command has answered. Readers do not see them.
CREATE TABLE intents (
    id VARCHAR(36) PRIMARY KEY,
    generation INTEGER NOT NULL,
    address TEXT NOT NULL,
    said TEXT NOT NULL,
    type_from TEXT,
    connection TEXT,
    desired VARCHAR(16),
    desired_type TEXT,
    desired_fallback TEXT,
    fulfilled BOOLEAN,
    wished BIGINT,
    invites INTEGER,
    invites_first BIGINT,
    invites_last BIGINT,
    sets INTEGER,
    sets_first BIGINT,
    sets_last BIGINT,
    held VARCHAR(16),
    held_type TEXT,
    held_fallback TEXT,
    held_guard TEXT,
    held_why TEXT,
    held_since BIGINT,
    observed VARCHAR(16) NOT NULL,
    observed_type TEXT,
    observed_uids TEXT,
    listed BOOLEAN NOT NULL,
    last VARCHAR(16),
    last_uid TEXT,
    last_address TEXT,
    last_from TEXT,
    last_to TEXT,
    last_ending VARCHAR(16),
    last_words TEXT,
    last_revision BIGINT,
    last_ended BIGINT,
    last_looked BOOLEAN,
    last_tries INTEGER,
    last_not_before BIGINT,
    account_email TEXT,
    account_name TEXT,
    account_uid TEXT,
    state VARCHAR(32) NOT NULL,
    why TEXT NOT NULL,
    since BIGINT NOT NULL,
    due BIGINT,
    version BIGINT NOT NULL,
    born BIGINT NOT NULL,
    shown BIGINT NOT NULL,
    created BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    urgency INTEGER NOT NULL
);

CREATE INDEX intents_address ON intents (address);

CREATE TABLE claims (
    person VARCHAR(36) PRIMARY KEY,
    command VARCHAR(16) NOT NULL,
    command_uid TEXT,
    command_address TEXT,
    command_from TEXT,
    command_to TEXT,
    revision BIGINT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE tallies (
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    person VARCHAR(36) NOT NULL,
    PRIMARY KEY (kind, at, person)
);

CREATE TABLE latches (
    guard TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);

CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- The chain. The payload stands beside the chained row, so that it can be erased and the chain still verifies.
CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    payload_hash VARCHAR(64) NOT NULL,
    previous_hash VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL
);

-- salt NULL: erased; then everything else is NULL too.
CREATE TABLE audit_payload (
    seq BIGINT PRIMARY KEY,
    salt VARCHAR(32),
    person VARCHAR(36),
    actor TEXT,
    client TEXT,
    asked TEXT,
    meant TEXT,
    called TEXT,
    answered TEXT,
    why TEXT
);

CREATE INDEX audit_of_a_person ON audit_payload (person, seq) WHERE person IS NOT NULL;

-- One row: the last committed revision, and how the chain ends, so that a missing last entry is found.
CREATE TABLE head (
    one INTEGER PRIMARY KEY,
    revision BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL
);

INSERT INTO head (one, revision, entries, hash)
VALUES (1, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');
