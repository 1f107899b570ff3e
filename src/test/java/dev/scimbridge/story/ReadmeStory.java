package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.scimbridge.story.Scim.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises about the two commands, done as it says. */
class ReadmeStory {
    private static final String SANDY = "sandy.shore@example.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void the_sandboxs_commands_work_as_printed_the_person_signs_up_and_nothing_is_left_behind() throws Exception {
        try (JarCommand sandbox = sandbox(25)) {
            List<String> commands = sandbox.commands(3);
            listed(answer(commands.get(0)));
            invited(answer(commands.get(1)));
            found(answer(commands.get(2)));

            Scim scim = new Scim(sandbox.said("SCIM base URL"), sandbox.said("bearer token"));
            await().atMost(JarBridge.PATIENCE)
                    .until(() -> scim.named(SANDY).state().equals("settled"));
            Reply sandy = scim.named(SANDY);
            assertThat(sandy.bridge("workspaceUid")).hasSize(64);
            assertThat(sandy.role()).isEqualTo("BUSINESS");

            assertThat(sandbox.kept()).hasSize(1);
            sandbox.stop();
            assertThat(sandbox.ended()).isEqualTo(143);
            assertThat(sandbox.kept()).isEmpty();
        }
    }

    /** Enough that they are not all listed by the time a shell has started. */
    @Test
    void the_sandboxs_commands_are_printed_once_they_find_everybody() throws Exception {
        try (JarCommand sandbox = sandbox(5_000)) {
            JsonNode list = answer(sandbox.commands(3).get(0));
            assertThat(list.path("totalResults").asInt()).isEqualTo(5_003);
        }
    }

    @Test
    void serve_tells_all_that_is_missing_or_wrong_one_line_each_and_ends_with_2() throws Exception {
        try (JarCommand serve = JarCommand.run(folder, "serve")) {
            assertThat(serve.ended()).isEqualTo(2);
            assertThat(serve.output())
                    .extracting(line -> line.substring(0, line.indexOf(": ")))
                    .containsExactly("PARADIME_API_ENDPOINT", "PARADIME_API_SECRET", "SCIM_BRIDGE_TOKEN");
        }
    }

    private JarCommand sandbox(int people) {
        return JarCommand.run(
                folder,
                "sandbox",
                "--port=0",
                "--management-port=0",
                "--workspace-port=0",
                "--people=" + people,
                "--accept-after=PT1S");
    }

    private static void listed(JsonNode list) {
        assertThat(list.path("totalResults").asInt()).isEqualTo(28);
        assertThat(list.path("itemsPerPage").asInt()).isEqualTo(3);
        assertThat(list.path("Resources").findValuesAsText("userName")).hasSize(3);
    }

    private static void invited(JsonNode user) {
        assertThat(user.path("userName").asText()).isEqualTo(SANDY);
        assertThat(user.path("active").asBoolean()).isTrue();
        assertThat(user.path("id").asText()).isNotEmpty();
    }

    private static void found(JsonNode list) {
        assertThat(list.path("totalResults").asInt()).isEqualTo(1);
        assertThat(list.path("Resources").path(0).path("userName").asText()).isEqualTo(SANDY);
    }

    /** What a line says when a shell runs it as it stands. */
    private static JsonNode answer(String line) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        byte[] said = shell.getInputStream().readAllBytes();
        assertThat(shell.waitFor()).as(line).isZero();
        return JSON.readTree(said);
    }
}
