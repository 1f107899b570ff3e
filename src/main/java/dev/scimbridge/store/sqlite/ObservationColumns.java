package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Trace;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a person stands in the workspace, as far as is known. */
final class ObservationColumns implements Columns<Observation> {
    static final String ACTIVE = "active";

    private static final String UNKNOWN = "unknown";
    private static final String ABSENT = "absent";
    private static final String INVITED = "invited";
    private static final String EXPIRED = "expired";
    private static final String GONE = "gone";

    private static final TraceColumns LAST = new TraceColumns();
    private static final List<String> NAMES =
            Names.of(List.of("observed", "observed_type", "observed_uids", "listed"), LAST.names());

    private record Cells(
            String kind,
            @Nullable AccountType type,
            @Nullable String uids) {}

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void write(Observation value, Binder to) {
        Cells cells = value.state().match(new Laid());
        to.text(cells.kind).type(cells.type).text(cells.uids);
        to.flag(value.listed());
        Trace last = value.last();
        if (last == null) {
            to.missing(LAST);
        } else {
            LAST.write(last, to);
        }
    }

    @Override
    public Observation read(Row from) throws SQLException {
        return new Observation(state(from), from.flag(), from.isMissing(LAST) ? null : LAST.read(from));
    }

    private static Observed state(Row from) throws SQLException {
        String kind = from.text();
        return switch (kind) {
            case INVITED -> new Observed.Invited(typeAlone(from));
            case EXPIRED -> new Observed.Expired(typeAlone(from));
            case ACTIVE -> active(from);
            default -> {
                from.typeOrNull();
                from.textOrNull();
                yield bare(kind);
            }
        };
    }

    private static Observed bare(String kind) {
        return switch (kind) {
            case UNKNOWN -> new Observed.Unknown();
            case ABSENT -> new Observed.Absent();
            case GONE -> new Observed.Gone();
            default -> throw new IllegalStateException("a stored person stands in an unknown way: " + kind);
        };
    }

    private static AccountType typeAlone(Row from) throws SQLException {
        AccountType type = from.type();
        from.textOrNull();
        return type;
    }

    private static Observed active(Row from) throws SQLException {
        AccountType type = from.type();
        return new Observed.Active(uids(from.text()), type);
    }

    private static List<String> uids(String text) {
        if (isOne(text)) {
            return List.of(text);
        }
        return Stream.of(text.split(" ", -1))
                .map(uid -> URLDecoder.decode(uid, StandardCharsets.UTF_8))
                .toList();
    }

    /** A uid is made of digits; the encoding is for the day when one has a space, lest it be read as two. */
    private static String text(List<String> uids) {
        String first = uids.get(0);
        if (uids.size() == 1 && isOne(first)) {
            return first;
        }
        return uids.stream()
                .map(uid -> URLEncoder.encode(uid, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /** Whether this is one uid as it is. */
    private static boolean isOne(String text) {
        return text.indexOf(' ') < 0 && text.indexOf('%') < 0 && text.indexOf('+') < 0;
    }

    private static final class Laid implements Observed.Cases<Cells> {
        @Override
        public Cells unknown() {
            return new Cells(UNKNOWN, null, null);
        }

        @Override
        public Cells absent() {
            return new Cells(ABSENT, null, null);
        }

        @Override
        public Cells invited(Observed.Invited invite) {
            return new Cells(INVITED, invite.type(), null);
        }

        @Override
        public Cells expired(Observed.Expired invite) {
            return new Cells(EXPIRED, invite.type(), null);
        }

        @Override
        public Cells active(Observed.Active account) {
            return new Cells(ACTIVE, account.type(), text(account.uids()));
        }

        @Override
        public Cells gone() {
            return new Cells(GONE, null, null);
        }
    }
}
