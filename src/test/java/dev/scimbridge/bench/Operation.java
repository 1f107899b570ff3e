package dev.scimbridge.bench;

import java.util.Arrays;

/** What a client does, and beside what it is put. */
enum Operation {
    READ("read", "GET by id", Limit.FIXED, 16),
    USER_NAME("userName", "`userName eq`", Limit.FIXED, 16),
    EXTERNAL_ID("externalId", "`externalId eq`", Limit.FIXED, 16),
    PAGE("page", "page of 100", Limit.FIXED, 16),
    SCAN("scan", "filter without an index", Limit.SCAN, 1),
    TITLE("title", "PATCH title", Limit.COMMITS, 16),
    ACTIVE_OKTA("activeOkta", "PATCH active, Okta", Limit.DISABLE, 1),
    ACTIVE_ENTRA("activeEntra", "PATCH active, Entra", Limit.DISABLE, 1),
    ROLE_OKTA("roleOkta", "PATCH roles, Okta", Limit.RETYPE, 1),
    ROLE_ENTRA("roleEntra", "PATCH roles, Entra", Limit.RETYPE, 1),
    /** Of people whom the workspace has; this is also how they become managed. */
    CREATE("create", "POST", Limit.COMMITS, 16);

    /** What an operation cannot beat. */
    enum Limit {
        /** A bare handler that answers the same bytes. */
        FIXED("bare handler"),
        /** A look at as many small records. */
        SCAN("plain scan"),
        /** The store, with as many writers. */
        COMMITS("group commit"),
        /** The command at the workspace itself, sent by the same client. */
        DISABLE("the command itself"),
        RETYPE("the command itself");

        final String title;

        Limit(String title) {
            this.title = title;
        }

        boolean isCommand() {
            return this == DISABLE || this == RETYPE;
        }
    }

    final String script;
    final String title;
    final Limit limit;
    final int connections;

    Operation(String script, String title, Limit limit, int connections) {
        this.script = script;
        this.title = title;
        this.limit = limit;
        this.connections = connections;
    }

    /** Whether its limit is a bare handler with the same answer. */
    boolean isRead() {
        return limit == Limit.FIXED;
    }

    static Operation named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.script.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation is named " + name));
    }
}
