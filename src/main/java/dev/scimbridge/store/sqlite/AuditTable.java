package dev.scimbridge.store.sqlite;

import static dev.scimbridge.store.sqlite.LinkColumns.LINK;
import static dev.scimbridge.store.sqlite.PayloadColumns.PAYLOAD;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Link;
import dev.scimbridge.store.Mentions;
import dev.scimbridge.store.Micros;
import dev.scimbridge.store.Notices;
import dev.scimbridge.store.Payload;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds to the audit chain, and takes away from it. */
final class AuditTable {
    private static final int SALT_BYTES = 16;
    private static final String CHAIN = insert("audit", LINK.names());
    private static final String SAY = insert("audit_payload", Names.of(List.of("seq"), PAYLOAD.names()));
    private static final String EMPTY =
            "UPDATE audit_payload SET " + Names.assigned(PAYLOAD.names()) + " WHERE seq = ?";

    /** All before the first that is not older: a clock may have been set back, and the rest must stay a chain. */
    private static final String LAST_BEFORE = "SELECT " + Names.listed(LINK.names()) + " FROM audit WHERE seq <"
            + " COALESCE((SELECT MIN(seq) FROM audit WHERE at >= ?), (SELECT MAX(seq) + 1 FROM audit))"
            + " ORDER BY seq DESC LIMIT 1";

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
        Link link = new Link(head.entries() + 1, Micros.of(entry.at()), entry.kind(), payload.hash(), head.hash(), "")
                .sealed();
        statements.change(CHAIN, to -> to.part(LINK, link));
        statements.change(SAY, to -> to.number(link.seq()).part(PAYLOAD, payload));
        return head.endingWith(link.hash());
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** The entries of a person and those that name one of these addresses, in order. Reads all that was ever said. */
    List<Long> about(UUID person, Set<Address> addresses) {
        Set<Long> about = new TreeSet<>(
                statements.all("SELECT seq FROM audit_payload WHERE person = ?", to -> to.id(person), Row::number));
        statements.each(
                "SELECT seq, " + Names.listed(PAYLOAD.names()) + " FROM audit_payload WHERE salt IS NOT NULL",
                Statements.Binding.NOTHING,
                Said::of,
                said -> {
                    if (said.names(addresses)) {
                        about.add(said.seq);
                    }
                });
        return new ArrayList<>(about);
    }

    private record Said(long seq, Payload payload) {
        static Said of(Row row) throws SQLException {
            return new Said(row.number(), row.part(PAYLOAD));
        }

        boolean names(Set<Address> addresses) {
            Entry.Words words = payload.words();
            return Stream.of(words.asked(), words.meant(), words.called(), words.answered(), words.why())
                    .anyMatch(each -> each != null && Mentions.anyOf(addresses, each));
        }
    }

    void empty(long seq) {
        statements.change(EMPTY, to -> to.part(PAYLOAD, Payload.ERASED).number(seq));
    }

    /** The last entry before the first that is not older than this; null if there is none. */
    @Nullable
    Link lastBefore(Instant moment) {
        return statements.first(LAST_BEFORE, to -> to.time(moment), LINK::read);
    }

    /** Forgets the entries up to this one. */
    long forget(long last) {
        statements.change("DELETE FROM audit_payload WHERE seq <= ?", to -> to.number(last));
        return statements.change("DELETE FROM audit WHERE seq <= ?", to -> to.number(last));
    }

    /** All that the chain says was taken away from it. */
    static Notices notices(Statements statements) {
        Notices notices = new Notices();
        String sql =
                ChainRow.SELECT + " WHERE a.kind IN (" + Names.asked(List.copyOf(Notices.KINDS)) + ") ORDER BY a.seq";
        Statements.Binding kinds = to -> {
            for (String kind : Notices.KINDS) {
                to.text(kind);
            }
        };
        statements.each(sql, kinds, ChainRow::of, row -> notices.add(row.link(), row.payload()));
        return notices;
    }
}
