package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A changed rule touches nobody by itself. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class ReapplyTest {
    private static final String TESS = "tess@acme.io";
    private static final String JOE = "joe@acme.io";
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private static Room.House calling(String type) {
        AccountTypeRules rules = new AccountTypeRules(
                AccountType.BUSINESS,
                Set.of(),
                List.of(AccountType.ADMIN, AccountType.DEVELOPER, AccountType.BUSINESS),
                Map.of("analyst", AccountType.of(type)),
                Map.of());
        return new Room.House(rules, Room.House.USUAL.guards());
    }

    @Test
    void a_changed_alias_waits_for_a_write_or_for_a_word() {
        try (Room room = Room.with(5, calling("BUSINESS"))) {
            room.member(TESS, "Analyst");
            room.member(JOE, "DEVELOPER");
            room.restart(calling("DEVELOPER"));
            room.pass(SETTLED, 3);
            assertThat(room.is(TESS, State.SETTLED)).isTrue();
            assertThat(room.control.calls("updateUserAccountType")).isZero();

            Plan plan = room.plans().reapplication();
            assertThat(plan.lines())
                    .containsExactly(new Plan.Line(
                            TESS, "active as BUSINESS becomes active as DEVELOPER", "roles: Analyst", null));
            assertThat(room.plans().reapply(2)).isEqualTo(plan);
            room.pass(SETTLED);
            assertThat(room.control.calls("updateUserAccountType")).isZero();

            room.plans().reapply(1);
            room.await(() -> room.control.applied("updateUserAccountType", TESS) == 1);
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.SETTLED));
            assertThat(room.control.person(TESS).accountType()).isEqualTo("DEVELOPER");
            assertThat(room.user(TESS).said().connection()).isEqualTo("okta");
            assertThat(room.plans().reapplication().number()).isZero();
        }
    }
}
