package dev.scimbridge.operations;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.AuditLog.End;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Notices;
import dev.scimbridge.store.Payload;
import dev.scimbridge.store.Store;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code audit export}: the whole chain as JSON lines, which verify by themselves. Pseudonymised, the hashes are the
 * same, and no salt is there by which what an entry said could be guessed; only the entries that name nobody keep theirs,
 * since they say what was taken away from the chain.
 */
public final class AuditExport implements Command {
    private static final String LINES = "application/x-ndjson";

    private final Store store;
    private final AuditLog audit;

    public AuditExport(Store store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public Outcome run(Parameters given) {
        boolean pseudonymised = given.has("pseudonymised");
        UnaryOperator<Payload> shown = pseudonymised ? pseudonymous() : UnaryOperator.identity();
        return new Outcome.Lines(LINES, out -> {
            End end = audit.each((link, payload) -> {
                boolean nobody = Notices.KINDS.contains(link.kind());
                out.accept(ExportLine.of(link, payload == null || nobody ? payload : shown.apply(payload)));
            });
            out.accept(ExportLine.end(end, pseudonymised));
        });
    }

    private UnaryOperator<Payload> pseudonymous() {
        Pseudonyms names = store.write(tx -> Pseudonyms.kept(tx.facts()))
                .toCompletableFuture()
                .join();
        return payload -> nameless(payload, names);
    }

    static Payload nameless(Payload payload, Pseudonyms names) {
        Entry.Words words = payload.words();
        String person = payload.person();
        return new Payload(
                null,
                person == null ? null : names.person(person),
                payload.by(),
                new Entry.Words(
                        nameless(words.asked(), names),
                        nameless(words.meant(), names),
                        nameless(words.called(), names),
                        nameless(words.answered(), names),
                        nameless(words.why(), names)));
    }

    private static @Nullable String nameless(@Nullable String words, Pseudonyms names) {
        return words == null ? null : names.words(words);
    }
}
