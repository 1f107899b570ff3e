package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Scim.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A bridge that is killed in the middle of a bulk request has done a part of its operations, and none of them by half. */
class BulkKillStory {
    private static final int KILLS = 2;
    private static final int TEAMS = 250;

    /** Each team is two people, a group of both, and a change of the group in two things. */
    private static final int EACH = 4;

    @Test
    void after_a_kill_every_operation_is_done_whole_or_not_at_all_and_none_before_an_earlier_one() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            for (int kill = 0; kill < KILLS; kill++) {
                int seen = killedAfter(stage, "k" + kill, 8 + 30 * kill);
                stage.bridge.start();
                int whole = whole(stage, "k" + kill);
                assertThat(whole).isGreaterThanOrEqualTo(seen).isLessThan(TEAMS);
            }
        }
    }

    /** Kills it when so many groups are there, and says how many were seen. */
    private static int killedAfter(Stage stage, String run, int groups) {
        List<String> operations = new ArrayList<>();
        for (int team = 0; team < TEAMS; team++) {
            String name = run + "-" + team;
            operations.add(BulkText.user("a" + team, "a-" + name + "@acme.io"));
            operations.add(BulkText.user("b" + team, "b-" + name + "@acme.io"));
            operations.add(BulkText.group("g" + team, name, "bulkId:a" + team, "bulkId:b" + team));
            operations.add(BulkText.patch(
                    "/Groups/bulkId:g" + team,
                    "{\"op\":\"remove\",\"path\":\"members[value eq \\\"bulkId:a" + team + "\\\"]\"}",
                    "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"changed\"}"));
        }
        CompletableFuture<Reply> bulk = stage.scim().later("POST", "/Bulk", BulkText.bulk(operations));
        int[] seen = new int[1];
        await().atMost(JarBridge.PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            seen[0] = stage.scim().get(teams(run) + "&count=0").total();
            return seen[0] >= groups;
        });
        stage.bridge.kill();
        assertThat(bulk.handle((reply, cut) -> cut != null).join())
                .as("it was cut off")
                .isTrue();
        return seen[0];
    }

    /** How many teams there are; all but the last are complete, and what there is of the last is what came first. */
    private static int whole(Stage stage, String run) {
        List<JsonNode> teams = teams(stage, run);
        int people = stage.scim().find("userName co \"-" + run + "-\"").total();
        int changed = 0;
        for (int team = 0; team < teams.size(); team++) {
            JsonNode group = teams.get(team);
            assertThat(group.path("displayName").asText()).isEqualTo(run + "-" + team);
            boolean isChanged = group.has("externalId");
            assertThat(group.path("members")).as("%s", group).hasSize(isChanged ? 1 : 2);
            changed += isChanged ? 1 : 0;
        }
        int done = people + teams.size() + changed;
        int rest = done % EACH;
        assertThat(List.of(people, teams.size(), changed))
                .as("%s operations are done", done)
                .containsExactly(2 * (done / EACH) + Math.min(rest, 2), done / EACH + (rest == 3 ? 1 : 0), done / EACH);
        return teams.size();
    }

    /** The groups of a run, as they were made. */
    private static List<JsonNode> teams(Stage stage, String run) {
        List<JsonNode> teams = new ArrayList<>();
        Reply list = stage.scim().get(teams(run) + "&count=1000");
        list.body().path("Resources").forEach(teams::add);
        assertThat(teams).hasSize(list.total());
        return teams;
    }

    private static String teams(String run) {
        return "/Groups?filter=displayName+sw+%22" + run + "-%22";
    }
}
