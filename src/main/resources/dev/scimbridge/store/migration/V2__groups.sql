-- Groups are the bridge's own. name: the displayName in the form in which names are compared.
CREATE TABLE groups (
    id VARCHAR(36) PRIMARY KEY,
    said TEXT NOT NULL,
    version BIGINT NOT NULL,
    born BIGINT NOT NULL,
    shown BIGINT NOT NULL,
    created BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    named BIGINT NOT NULL,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE members (
    group_id VARCHAR(36) NOT NULL,
    person VARCHAR(36) NOT NULL,
    PRIMARY KEY (group_id, person)
);

CREATE INDEX members_person ON members (person, group_id);

-- When somebody last joined or left a group: what is shown of them changed then, though their record did not.
CREATE TABLE regroupings (
    person VARCHAR(36) PRIMARY KEY,
    at BIGINT NOT NULL
);

-- Whose account type is still to be worked out again, and who wrote the group that made it so.
CREATE TABLE backlog (
    person VARCHAR(36) PRIMARY KEY,
    actor TEXT NOT NULL,
    client TEXT
);
