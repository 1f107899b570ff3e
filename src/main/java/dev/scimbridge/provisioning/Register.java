package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one way a record is written: with its next step worked out, and its versions moved by what has changed. */
public final class Register {
    private final Planner planner;
    private final Presentation presentation;
    private final AddressRules addresses;
    private final Clock clock;
    private final GroupRegister groups = new GroupRegister(this::now);

    public Register(Planner planner, Presentation presentation, AddressRules addresses, Clock clock) {
        this.planner = planner;
        this.presentation = presentation;
        this.addresses = addresses;
        this.clock = clock;
    }

    GroupRegister groups() {
        return groups;
    }

    /** To the microsecond, because the store keeps no more. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The next step, whatever guards and the workspace's health will say to it. */
    Step plan(User user) {
        return user.wish() == null
                ? Planner.unmanaged()
                : planner.next(user.wish(), user.observation(), user.identity().address(), now());
    }

    /** Writes the record and sees to it that it falls due when there is something to do. */
    User save(Transaction tx, @Nullable User before, User next) {
        User open = open(tx, next);
        return save(tx, before, open, course(open));
    }

    /**
     * Nothing is fulfilled while a command is under way: what was seen so far is how things stood before it, and whoever is
     * deleted while their invite is on its way must not pass for one who is gone.
     */
    private static User open(Transaction tx, User user) {
        Wish wish = user.wish();
        return wish != null && wish.fulfilled() && tx.claims().has(user.id()) ? user.wishing(wish.open()) : user;
    }

    /** Writes the course that follows from the record, if it is not the one it is on. */
    User settle(Transaction tx, User user) {
        Course course = course(user);
        Course on = user.course();
        boolean same =
                course.state() == on.state() && course.why().equals(on.why()) && Objects.equals(course.due(), on.due());
        return same ? user : save(tx, user, user, course);
    }

    /** Writes the record with a course that only the caller can know. */
    User save(Transaction tx, @Nullable User before, User next, Course course) {
        User written = written(tx, before, next.on(since(before, course)));
        if (next.isDeleted() && (before == null || !before.isDeleted())) {
            groups.leave(tx, next.id());
        }
        tx.people().put(written);
        if (Reissue.isDue(next) && (before == null || !Reissue.isDue(before))) {
            wake(tx, written);
        }
        return written;
    }

    /** Whoever was held until this person had signed up, or was to leave, is asked about again now. */
    private void wake(Transaction tx, User user) {
        for (User held : tx.people().heldUntil(user.id())) {
            Course on = held.course();
            tx.people().put(written(tx, held, held.on(new Course(on.state(), on.why(), on.since(), now()))));
        }
    }

    /** Writes the record of somebody new; false, and nothing is written, if the identity is somebody's already. */
    boolean add(Transaction tx, User blank) {
        return tx.people().add(written(tx, null, blank.on(course(blank))));
    }

    /** Keeps the write as an intent. */
    User intend(Transaction tx, @Nullable User before, User next) {
        User written = written(tx, before, next.on(since(before, course(next))));
        tx.intents().put(written);
        return written;
    }

    /** Makes an intent the person's record. */
    User promote(Transaction tx, User intent) {
        return promote(tx, intent, course(intent));
    }

    /** The same, with a course that only the caller can know. */
    User promote(Transaction tx, User intent, Course course) {
        tx.intents().forget(intent.id());
        return save(tx, tx.people().find(intent.id()), intent, course);
    }

    private User written(Transaction tx, @Nullable User before, User next) {
        Meta meta = next.meta();
        if (before == null) {
            return next.with(new Meta(1, tx.revision(), 1, meta.created(), meta.modified()));
        }
        Meta was = before.meta();
        if (before.isDeleted() && !next.isDeleted()) {
            // Listed behind all others: somebody who comes back must not shift the pages of those who are being read.
            return next.with(new Meta(was.version() + 1, tx.revision(), was.shown() + 1, now(), now()));
        }
        boolean changed = !presentation.isAlike(before, next);
        return next.with(new Meta(
                was.version() + 1,
                was.born(),
                was.shown() + (changed ? 1 : 0),
                was.created(),
                changed ? now() : was.modified()));
    }

    private Course course(User user) {
        Instant now = now();
        if (user.held() != null) {
            return new Course(State.HELD, user.held().why(), now, asking(user, user.held(), now));
        }
        if (reissued(user) != null) {
            return new Course(State.PENDING, "the former address gives way to the new one", now, now);
        }
        return plan(user).match(new Step.Cases<>() {
            @Override
            public Course act(Step.Act step) {
                if (Interlock.isShadowOf(user, step)) {
                    Course on = user.course();
                    return new Course(on.state(), on.why(), on.since(), now);
                }
                return new Course(State.PENDING, step.why(), now, now);
            }

            @Override
            public Course look(Step.Look step) {
                return new Course(State.PENDING, step.why(), now, step.from());
            }

            @Override
            public Course rest(Step.Rest step) {
                Address wanted = step.state() == State.SETTLED ? addresses.wanted(user) : null;
                if (wanted != null) {
                    return new Course(State.NEEDS_HAND, renaming(user, wanted), now, null);
                }
                return new Course(step.state(), step.why(), now, step.until());
            }
        });
    }

    /** When a guard is asked again: at once where what it minds has come about by itself. */
    private @Nullable Instant asking(User user, Held held, Instant now) {
        Duration patience = Guards.patience(held);
        Brake brake = Brake.of(held.guard());
        boolean moot = brake != null && !brakes(user, held.desired()).contains(brake);
        return moot ? now : patience == null ? null : now.plus(patience);
    }

    /** What this would be counted as; the address that a renaming gives way to is invited like anybody. */
    Set<Brake> brakes(User user, Desired desired) {
        Set<Brake> brakes = Brake.of(user.observation().state(), desired);
        if (!desired.leaves() && reissued(user) != null) {
            brakes.add(Brake.INVITATION);
        }
        return brakes;
    }

    /** The workspace knows no renaming: a hand has to. */
    private static String renaming(User user, Address wanted) {
        return "the workspace knows them as " + user.identity().address() + " and cannot be told otherwise: "
                + "change the address to " + wanted + " there";
    }

    /** The changed address that is to be invited anew; null if there is none. */
    @Nullable
    Address reissued(User user) {
        return addresses.rename() == AddressRules.Rename.REISSUE ? addresses.wanted(user) : null;
    }

    private static Course since(@Nullable User before, Course course) {
        if (before == null || before.course().state() != course.state()) {
            return course;
        }
        return new Course(course.state(), course.why(), before.course().since(), course.due());
    }
}
