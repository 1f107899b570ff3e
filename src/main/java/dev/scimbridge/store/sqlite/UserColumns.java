package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Folded;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record of a person, whole. */
final class UserColumns implements Columns<User> {
    private static final WishColumns WISH = new WishColumns();
    private static final HeldColumns HELD = new HeldColumns();
    private static final ObservationColumns OBSERVATION = new ObservationColumns();
    private static final List<String> NAMES = Names.of(
            List.of("id", "generation", "address"),
            List.of("said", "type_from", "connection"),
            WISH.names(),
            HELD.names(),
            OBSERVATION.names(),
            List.of("account_email", "account_name", "account_uid"),
            List.of("state", "why", "since", "due"),
            List.of("version", "born", "shown", "created", "modified"),
            List.of("urgency", "user_name"));

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void write(User value, Binder to) {
        Identity identity = value.identity();
        Said said = value.said();
        Account account = value.account();
        Course course = value.course();
        Meta meta = value.meta();
        to.id(identity.id())
                .number(identity.generation())
                .text(identity.address().value());
        to.text(said.document().json()).text(said.typeFrom()).text(said.connection());
        write(value.wish(), to);
        write(value.held(), to);
        OBSERVATION.write(value.observation(), to);
        to.text(account.email()).text(account.name()).text(account.uid());
        to.text(course.state().word()).text(course.why()).time(course.since()).time(course.due());
        to.number(meta.version()).number(meta.born()).number(meta.shown());
        to.time(meta.created()).time(meta.modified());
        to.number(value.urgency()).text(userName(value));
    }

    private static void write(@Nullable Wish wish, Binder to) {
        if (wish == null) {
            to.missing(WISH);
        } else {
            WISH.write(wish, to);
        }
    }

    private static void write(@Nullable Held held, Binder to) {
        if (held == null) {
            to.missing(HELD);
        } else {
            HELD.write(held, to);
        }
    }

    /** Null also if it is the address, as it mostly is: then that index serves, and this one need not grow with it. */
    private static @Nullable String userName(User user) {
        String folded = folded(user);
        return user.identity().address().value().equals(folded) ? null : folded;
    }

    private static @Nullable String folded(User user) {
        String userName = user.said().document().text("userName");
        return userName == null ? null : Folded.of(userName);
    }

    /** Whether they were given this {@link Folded} userName. */
    static boolean isNamed(User user, String userName) {
        return userName.equals(folded(user));
    }

    @Override
    public User read(Row from) throws SQLException {
        return new User(
                new Identity(from.id(), from.count(), new Address(from.text())),
                new Said(from.document(), from.textOrNull(), from.textOrNull()),
                from.isMissing(WISH) ? null : WISH.read(from),
                from.isMissing(HELD) ? null : HELD.read(from),
                OBSERVATION.read(from),
                new Account(from.textOrNull(), from.textOrNull(), from.textOrNull()),
                new Course(State.of(from.text()), from.text(), from.time(), from.timeOrNull()),
                new Meta(from.number(), from.number(), from.number(), from.time(), from.time()));
    }
}
