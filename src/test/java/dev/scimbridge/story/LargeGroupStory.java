package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Groups of a thousand and of twenty thousand. */
class LargeGroupStory {
    private static final int ALL = 20_000;

    private static Stage stage;
    private static Teams teams;
    private static List<String> people;

    @BeforeAll
    static void begin() {
        stage = Stage.with(ALL, bridge -> bridge);
        teams = new Teams(stage.scim());
        people = teams.people(ALL);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void a_thousand_join_by_one_patch() {
        String id = teams.found("ME-53");
        Reply patched = teams.patch(id, Teams.add(people.subList(0, 1000)));
        assertThat(patched.status()).isIn(200, 204);
        assertThat(teams.members(id)).isEqualTo(new TreeSet<>(people.subList(0, 1000)));
        assertThat(teams.patch(id, Teams.add(people.subList(0, 1000))).status()).isIn(200, 204);
        assertThat(teams.members(id)).hasSize(1000);
        assertThat(teams.delete(id).status()).isEqualTo(204);
        assertThat(teams.of(people.get(999))).doesNotContain("ME-53");
    }

    @Test
    void twenty_thousand_join_by_one_put_and_come_and_go_one_by_one() {
        String id = teams.found("All of us");
        Reply replaced = teams.replace(id, "All of us", people);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().path("members")).hasSize(ALL);

        String one = people.get(12_345);
        assertThat(isIn(id, one)).isTrue();
        Reply left = teams.patch(id, Teams.remove(one));
        assertThat(left.status()).as("the answer would be megabytes").isEqualTo(204);
        assertThat(left.headers().firstValue("ETag")).isPresent();
        assertThat(isIn(id, one)).isFalse();
        assertThat(teams.of(one)).doesNotContain("All of us");
        assertThat(teams.patch(id, Teams.add(one)).headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(left.headers().firstValue("ETag"));
        assertThat(teams.members(id)).isEqualTo(new TreeSet<>(people));
        assertThat(stage.scim()
                        .get("/Groups/" + id + "?excludedAttributes=members")
                        .body()
                        .has("members"))
                .isFalse();

        stage.bridge.kill();
        stage.bridge.start();
        assertThat(teams.members(id)).hasSize(ALL);
        assertThat(teams.replace(id, "All of us", List.of()).status()).isEqualTo(200);
        assertThat(teams.members(id)).isEmpty();
        assertThat(teams.of(one)).doesNotContain("All of us");
    }

    private static boolean isIn(String group, String person) {
        String filter = "id eq \"" + group + "\" and members eq \"" + person + "\"";
        Reply found = stage.scim()
                .get("/Groups?attributes=id&filter=" + filter.replace(" ", "+").replace("\"", "%22"));
        return found.total() == 1;
    }
}
