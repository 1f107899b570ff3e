package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Tally;
import dev.scimbridge.lifecycle.Wish;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a record an equal one that takes less room, to be kept by the hundred thousand: its document is packed, and
 * what it says twice, or what many say alike, is there once. The rest is as it came.
 */
final class Thrift {
    /** What many say alike are few things; more than these are told apart by something of one person. */
    private static final int MOST = 4096;

    private final Map<Object, Object> alike = new ConcurrentHashMap<>();

    User kept(User user) {
        Meta meta = meta(user.meta());
        Identity identity = user.identity();
        Observation observation = observation(user.observation());
        return new User(
                identity,
                said(user.said()),
                wish(user.wish(), meta),
                user.held(),
                observation,
                account(user.account(), identity.address().value(), observation.state()),
                course(user.course(), meta),
                meta);
    }

    private Said said(Said said) {
        return new Said(said.document().packed(), word(said.typeFrom()), word(said.connection()));
    }

    private @Nullable Wish wish(@Nullable Wish wish, Meta meta) {
        return wish == null
                ? null
                : new Wish(
                        shared(wish.desired()),
                        wish.fulfilled(),
                        moment(wish.since(), meta),
                        tally(wish.invites(), meta),
                        tally(wish.sets(), meta));
    }

    private static Tally tally(Tally tally, Meta meta) {
        Instant first = tally.first();
        Instant last = tally.last();
        return first == null || last == null
                ? (tally.equals(Tally.NONE) ? Tally.NONE : tally)
                : new Tally(tally.times(), moment(first, meta), last.equals(first) ? moment(first, meta) : last);
    }

    private Observation observation(Observation observation) {
        Observed state = observation.state();
        Observed kept = state instanceof Observed.Active account
                ? new Observed.Active(account.uids(), shared(account.type()))
                : shared(state);
        Observation next = new Observation(kept, observation.listed(), observation.last());
        return observation.last() == null && !(kept instanceof Observed.Active) ? shared(next) : next;
    }

    private static Account account(Account account, String address, Observed state) {
        String email = Objects.equals(account.email(), address) ? address : account.email();
        boolean same = state instanceof Observed.Active active && active.uid().equals(account.uid());
        return new Account(email, account.name(), same ? ((Observed.Active) state).uid() : account.uid());
    }

    private Course course(Course course, Meta meta) {
        return new Course(course.state(), shared(course.why()), moment(course.since(), meta), course.due());
    }

    private static Meta meta(Meta meta) {
        boolean untouched = meta.modified().equals(meta.created());
        Instant modified = untouched ? meta.created() : meta.modified();
        return new Meta(meta.version(), meta.born(), meta.shown(), meta.created(), modified);
    }

    private static Instant moment(Instant moment, Meta meta) {
        return moment.equals(meta.modified())
                ? meta.modified()
                : moment.equals(meta.created()) ? meta.created() : moment;
    }

    private @Nullable String word(@Nullable String word) {
        return word == null ? null : shared(word);
    }

    /** The first that was equal to this one, or this one. */
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        Object first = alike.size() < MOST ? alike.putIfAbsent(value, value) : alike.get(value);
        return first == null ? value : (T) first;
    }
}
