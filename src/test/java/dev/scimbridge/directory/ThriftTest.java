package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Tally;
import dev.scimbridge.lifecycle.Wish;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is the record as it came, with less behind it. */
class ThriftTest {
    private static final String SAID = "{'userName':'max@acme.io','roles':[{'value':'DEVELOPER'}]}";

    private final Thrift thrift = new Thrift();

    static Stream<User> people() {
        User managed = Someone.managed("max@acme.io", AccountType.DEVELOPER, SAID);
        Instant later = Someone.NOON.plusSeconds(1);
        Wish invited = new Wish(
                Someone.active(null), false, later, new Tally(2, Someone.NOON, later), new Tally(1, later, later));
        return Stream.of(
                Someone.called("max@acme.io"),
                Someone.member("Max@Acme.io", AccountType.ADMIN),
                managed,
                managed.wishing(invited).with(new Meta(3, 2, 1, Someone.NOON, later)),
                managed.known(new Account("max@acme.io", null, "another uid")),
                Someone.gone(managed),
                Someone.held(managed, new Desired.Inactive()),
                Someone.invited("ana@acme.io", AccountType.BUSINESS, SAID));
    }

    @ParameterizedTest
    @MethodSource("people")
    void the_record_stays_equal(User user) {
        assertThat(thrift.kept(user)).isEqualTo(user).hasToString(user.toString());
        assertThat(thrift.kept(thrift.kept(user))).isEqualTo(user);
    }

    @Test
    void what_two_say_alike_is_there_once() {
        User max = thrift.kept(apart("max@acme.io"));
        User ana = thrift.kept(apart("ana@acme.io"));
        assertThat(max.said().connection()).isSameAs(ana.said().connection());
        assertThat(max.said().typeFrom()).isSameAs(ana.said().typeFrom());
        assertThat(max.course().why()).isSameAs(ana.course().why());
        assertThat(max.wish().desired()).isSameAs(ana.wish().desired());
        assertThat(max.observation().state().accountType().orElseThrow())
                .isSameAs(ana.observation().state().accountType().orElseThrow());
    }

    @Test
    void what_one_record_says_twice_is_there_once() {
        User max = thrift.kept(apart("max@acme.io"));
        assertThat(max.account().email()).isSameAs(max.identity().address().value());
        assertThat(max.account().uid())
                .isSameAs(((Observed.Active) max.observation().state()).uid());
        assertThat(max.course().since())
                .isSameAs(max.meta().modified())
                .isSameAs(max.meta().created());
        assertThat(max.wish().since()).isSameAs(max.meta().created());
        assertThat(max.wish().invites()).isSameAs(Tally.NONE);
    }

    /** As read from the store: no two parts are one. */
    private static User apart(String address) {
        AccountType type = new AccountType(copy("DEVELOPER"));
        Desired desired = new Desired.Active(new AccountType(copy("DEVELOPER")), null);
        User user = Someone.managed(address, type, SAID);
        return user.saying(new Said(user.said().document(), copy("roles: DEVELOPER"), copy("okta")))
                .wishing(new Wish(desired, true, noon(), new Tally(0, null, null), Tally.NONE))
                .known(new Account(copy(Address.of(address).value()), null, copy(Someone.uid(address))))
                .on(new Course(State.SETTLED, copy("as desired"), noon(), null))
                .with(new Meta(1, 1, 1, noon(), noon()));
    }

    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    private static Instant noon() {
        return Instant.ofEpochSecond(Someone.NOON.getEpochSecond());
    }
}
