package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Entry;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Adds to the audit chain. */
final class AuditTable {
    private static final int SALT_BYTES = 16;
    private static final String CHAIN = insert("audit", Link.COLUMNS.names());
    private static final String SAY = insert("audit_payload", Names.of(List.of("seq"), Payload.COLUMNS.names()));

    private final Statements statements;
    private final SecureRandom random = new SecureRandom();

    AuditTable(Statements statements) {
        this.statements = statements;
    }

    private static String insert(String table, List<String> names) {
        return "INSERT INTO " + table + " (" + Names.listed(names) + ") VALUES (" + Names.asked(names) + ")";
    }

    /** The head with this entry. */
    Head append(Head head, Entry entry) {
        Payload payload = Payload.of(entry, salt());
        Link link = Link.after(head, Micros.of(entry.at()), entry.kind(), payload.hash());
        statements.change(CHAIN, to -> to.part(Link.COLUMNS, link));
        statements.change(SAY, to -> to.number(link.seq()).part(Payload.COLUMNS, payload));
        return head.endingWith(link.hash());
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
