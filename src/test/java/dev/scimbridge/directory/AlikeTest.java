package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.Document;
import dev.scimbridge.store.contract.Strangers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether two records are shown alike is told without showing them; it must be the same. */
class AlikeTest {
    private static final int PAIRS = 4000;
    private static final List<Said> SAID = List.of(
            said("{}"),
            said("{\"title\":\"Grade 7\"}"),
            said("{\"title\":\"Grade 8\"}"),
            said("{\"userName\":\"max\",\"name\":{\"familyName\":\"Miller\"}}"),
            said("{\"emails\":[{\"value\":\"max@acme.io\"}]}"),
            said("{\"roles\":[{\"value\":\"ADMIN\",\"primary\":true}]}"),
            said("{\"userType\":\"Employee\"}"),
            said(
                    "{\"userName\":\"max\",\"emails\":[{\"value\":\"max@acme.io\"}],\"name\":{\"familyName\":\"Miller\"}}"));

    private final Presentation presentation = new Presentation(AccountTypeRules.DEFAULT);
    private final Strangers strangers = new Strangers(7);
    private final Random random = new Random(7);

    private static Said said(String json) {
        return new Said(Document.ofStored(json), null, null);
    }

    private Document shown(User user) {
        return presentation.core(user).done();
    }

    /** The same person, with some of what another has. */
    private User changed(User user, User other) {
        User next = random.nextInt(4) == 0 ? user.saying(other.said()) : user;
        next = random.nextInt(4) == 0 ? next.wishing(other.wish()) : next;
        next = random.nextInt(4) == 0 ? next.holding(other.held()) : next;
        next = random.nextInt(4) == 0 ? next.observed(other.observation()) : next;
        next = random.nextInt(4) == 0 ? next.known(other.account()) : next;
        return random.nextInt(4) == 0 ? next.on(other.course()) : next;
    }

    private User someone() {
        return strangers.next().saying(SAID.get(random.nextInt(SAID.size())));
    }

    @Test
    void twoRecordsAreAlikeIfTheSameIsShownOfThem() {
        int alike = 0;
        for (int i = 0; i < PAIRS; i++) {
            User one = someone();
            User other = changed(one, someone());
            boolean isAlike = shown(one).equals(shown(other));
            assertThat(presentation.isAlike(one, other))
                    .as("%s and %s", one, other)
                    .isEqualTo(isAlike);
            alike += isAlike ? 1 : 0;
        }
        assertThat(alike).isBetween(PAIRS / 10, PAIRS - PAIRS / 10);
    }
}
