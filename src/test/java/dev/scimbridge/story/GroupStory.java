package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /Groups} by all verbs, and by many at once. */
class GroupStory {
    private static Stage stage;
    private static Teams teams;
    private static List<String> people;

    @BeforeAll
    static void begin() {
        stage = Stage.with(45, bridge -> bridge);
        teams = new Teams(stage.scim());
        people = teams.people(45);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void a_group_is_made_read_listed_changed_and_deleted() {
        String max = people.get(0);
        Reply created = teams.create("Readers", max);
        assertThat(created.status()).isEqualTo(201);
        String id = created.id();
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(stage.bridge.base() + "/Groups/" + id);
        assertThat(created.body().at("/meta/location").asText()).isEqualTo(location);
        assertThat(created.body().at("/members/0/$ref").asText()).isEqualTo(stage.bridge.base() + "/Users/" + max);
        assertThat(teams.read(id).body()).isEqualTo(created.body());
        assertThat(stage.scim()
                        .get("/Groups?filter=displayName+eq+%22readers%22")
                        .body()
                        .at("/Resources/0"))
                .isEqualTo(created.body());

        Reply replaced = teams.replace(id, "Readers", List.of(people.get(1), people.get(2)));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body()).isEqualTo(teams.read(id).body());
        assertThat(teams.members(id)).containsExactlyInAnyOrder(people.get(1), people.get(2));
        assertThat(teams.of(max)).doesNotContain("Readers");

        Reply patched = teams.patch(id, Teams.add(max) + "," + Teams.remove(people.get(1)));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body()).isEqualTo(teams.read(id).body());
        assertThat(teams.members(id)).containsExactlyInAnyOrder(max, people.get(2));
        assertThat(teams.of(max)).contains("Readers");

        assertThat(teams.delete(id).status()).isEqualTo(204);
        assertThat(teams.read(id).status()).isEqualTo(404);
        assertThat(teams.delete(id).status()).isEqualTo(404);
        assertThat(teams.patch(id, Teams.add(max)).status()).isEqualTo(404);
        assertThat(teams.replace(id, "Readers", List.of()).status()).isEqualTo(404);
        assertThat(teams.of(max)).doesNotContain("Readers");
    }

    @Test
    void writes_and_reads_are_held_to_the_version_they_name() {
        String id = teams.found("Versioned", people.get(0));
        String first = etag(teams.read(id));
        assertThat(teams.read(id, "If-None-Match", first).status()).isEqualTo(304);
        Reply second = teams.patch(id, Teams.add(people.get(1)), "If-Match", first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(etag(second))
                .isEqualTo(second.body().at("/meta/version").asText())
                .isNotEqualTo(first);
        assertThat(teams.read(id, "If-None-Match", first).status()).isEqualTo(200);

        assertThat(teams.patch(id, Teams.add(people.get(2)), "If-Match", first).status())
                .isEqualTo(412);
        assertThat(teams.replace(id, "Other", List.of(), "If-Match", first).status())
                .isEqualTo(412);
        assertThat(teams.delete(id, "If-Match", first).status()).isEqualTo(412);
        assertThat(teams.read(id).body()).isEqualTo(second.body());
        assertThat(etag(teams.patch(id, Teams.add(people.get(1)), "If-Match", etag(second))))
                .as("nothing changes, and no version moves")
                .isEqualTo(etag(second));
        assertThat(teams.replace(id, "Versioned", people.subList(0, 3), "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(teams.delete(id, "If-Match", etag(teams.read(id))).status()).isEqualTo(204);
    }

    @Test
    void a_person_s_version_moves_with_their_groups() {
        String person = people.get(3);
        String before = etag(stage.scim().user(person));
        String id = teams.found("Movers", person);
        Reply in = stage.scim().user(person);
        assertThat(etag(in)).isNotEqualTo(before);
        assertThat(stage.scim().get("/Users/" + person, "If-None-Match", before).status())
                .isEqualTo(200);
        assertThat(stage.scim()
                        .get("/Users/" + person, "If-None-Match", etag(in))
                        .status())
                .isEqualTo(304);
        teams.patch(id, Teams.rename("Movers and shakers"));
        Reply renamed = stage.scim().user(person);
        assertThat(etag(renamed)).isNotEqualTo(etag(in));
        assertThat(modified(renamed)).isGreaterThan(modified(in));
        stage.bridge.stop();
        stage.bridge.start();
        assertThat(stage.scim().user(person).body()).isEqualTo(renamed.body());
    }

    @ParameterizedTest
    @CsvSource({"Twins,Twins", "Drillinge,dRILLINGE", "İnci,inci", "Straſse,STRASSE"})
    void a_name_is_one_group_s_in_any_case(String name, String again) {
        String first = teams.found(name);
        String other = teams.found("Not " + name, people.get(0));
        for (Reply refused : List.of(
                teams.create(again), teams.replace(other, again, List.of()), teams.patch(other, Teams.rename(again)))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("scimType").asText()).isEqualTo("uniqueness");
        }
        assertThat(teams.members(other)).containsExactly(people.get(0));
        assertThat(teams.patch(first, Teams.rename(again)).status())
                .as("its own name in another case")
                .isEqualTo(200);
        assertThat(teams.patch(first, Teams.rename("Formerly " + name)).status())
                .isEqualTo(200);
        assertThat(teams.patch(other, Teams.rename(again)).status())
                .as("it is free now")
                .isEqualTo(200);
    }

    @Test
    void of_many_who_want_one_name_at_once_one_gets_it() {
        List<CompletableFuture<Reply>> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = i % 2 == 0 ? "Wanted" : "wANTED";
            writes.add(stage.scim().later("POST", "/Groups", Teams.body(name, List.of())));
        }
        List<Integer> told = writes.stream().map(each -> each.join().status()).toList();
        assertThat(told).filteredOn(status -> status == 201).hasSize(1);
        assertThat(told).filteredOn(status -> status == 409).hasSize(19);
    }

    @Test
    void an_unknown_member_is_refused_and_nothing_is_written() {
        String id = teams.found("Known", people.get(0));
        Reply before = teams.read(id);
        String nobody = "00000000-0000-4000-8000-000000000000";
        Reply refused = teams.patch(id, Teams.add(people.get(1), nobody));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("scimType").asText()).isEqualTo("invalidValue");
        assertThat(refused.detail()).contains(nobody);
        assertThat(teams.create("Unknown", nobody).status()).isEqualTo(400);
        assertThat(teams.read(id).body()).isEqualTo(before.body());
    }

    @Test
    void forty_patches_and_a_renaming_at_once_lose_nothing() {
        String id = teams.found("OK-40");
        List<CompletableFuture<Reply>> writes = new ArrayList<>();
        for (String person : people.subList(0, 40)) {
            writes.add(teams.patching(id, Teams.add(person)));
            if (writes.size() == 20) {
                writes.add(teams.patching(id, Teams.rename("OK-40 renamed")));
            }
        }
        assertThat(writes.stream().map(each -> each.join().status())).containsOnly(200);
        assertThat(teams.members(id)).isEqualTo(new TreeSet<>(people.subList(0, 40)));
        assertThat(teams.read(id).body().path("displayName").asText()).isEqualTo("OK-40 renamed");
        assertThat(etag(teams.read(id))).as("as many changes").isEqualTo("W/\"42\"");
    }

    @Test
    void adds_and_removes_of_the_same_members_at_once_leave_both_sides_of_one_mind() {
        String one = teams.found("Tug of war");
        String other = teams.found("Tug of peace");
        Random random = new Random(7);
        List<String> some = people.subList(10, 20);
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Reply>> writes = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String person = some.get(random.nextInt(some.size()));
                String operation = random.nextBoolean() ? Teams.add(person) : Teams.remove(person);
                writes.add(teams.patching(random.nextBoolean() ? one : other, operation));
            }
            assertThat(writes.stream().map(each -> each.join().status())).containsOnly(200);
            for (String person : some) {
                assertThat(teams.of(person).contains("Tug of war"))
                        .isEqualTo(teams.members(one).contains(person));
                assertThat(teams.of(person).contains("Tug of peace"))
                        .isEqualTo(teams.members(other).contains(person));
            }
        }
        Set<String> before = teams.members(one);
        stage.bridge.kill();
        stage.bridge.start();
        assertThat(teams.members(one)).isEqualTo(before);
    }

    @Test
    void members_survive_deactivation_and_return_and_leave_when_they_are_deleted() {
        stage.control.knob("invite-disabled", "ok");
        String tess = stage.member("tess@acme.io", "BUSINESS");
        String id = teams.found("Survivors", tess, people.get(0));
        String version = etag(teams.read(id));
        assertThat(stage.scim().patch(tess, Cast.OKTA_DEACTIVATE).active()).isFalse();
        assertThat(teams.of(tess)).containsExactly("Survivors");
        assertThat(stage.scim().patch(tess, Cast.OKTA_ACTIVATE).active()).isTrue();
        assertThat(teams.members(id)).contains(tess);
        assertThat(etag(teams.read(id))).isEqualTo(version);

        assertThat(stage.scim().delete(tess).status()).isEqualTo(204);
        assertThat(teams.members(id)).containsExactly(people.get(0));
        assertThat(etag(teams.read(id))).isNotEqualTo(version);
        Reply back = stage.scim().create(Cast.okta("tess@acme.io"));
        assertThat(back.id()).isEqualTo(tess);
        assertThat(teams.of(tess)).as("nothing is inherited").isEmpty();
    }

    private static String etag(Reply reply) {
        return reply.headers().firstValue("ETag").orElseThrow();
    }

    private static String modified(Reply reply) {
        return reply.body().at("/meta/lastModified").asText();
    }
}
