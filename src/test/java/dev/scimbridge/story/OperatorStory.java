package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may say an operator's command, and how it is answered. */
class OperatorStory {
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.with(3, bridge -> bridge);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Operator operator() {
        return stage.bridge.operator();
    }

    @Test
    void the_command_line_prints_a_table_for_people() throws Exception {
        JarBridge.Said said = stage.bridge.say("people");
        assertThat(said.code()).isZero();
        assertThat(said.lines().get(0)).isEqualTo("3 people");
        assertThat(said.lines().get(2)).startsWith("address").contains("state", "why", "id");
        assertThat(said.lines()).anySatisfy(line -> assertThat(line).contains("max.miller@", "unmanaged"));
    }

    @Test
    void the_command_line_prints_json_for_programs_and_csv_for_spreadsheets() throws Exception {
        JarBridge.Said json = stage.bridge.say("people", "--state", "unmanaged", "--json");
        assertThat(json.code()).isZero();
        assertThat(json.text()).contains("\"headline\" : \"3 people unmanaged\"", "\"state\" : \"unmanaged\"");
        JarBridge.Said csv = stage.bridge.say("people", "--csv");
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv.lines().get(0)).isEqualTo("\"address\",\"state\",\"since\",\"why\",\"id\"");
    }

    @Test
    void what_makes_no_sense_is_one_line_and_2() throws Exception {
        JarBridge.Said said = stage.bridge.say("people", "--state", "sleepy");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().startsWith("there is no state sleepy; there are settled");
    }

    @Test
    void where_nobody_answers_it_says_so() throws Exception {
        JarBridge.Said said = stage.bridge.say("people", "--management-port", "1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().startsWith("no bridge answers at http://127.0.0.1:1 (");
    }

    @Test
    void a_page_in_a_browser_cannot_say_it() {
        assertThat(operator().send(operator().plain("people")).status()).isEqualTo(403);
    }

    @Test
    void the_token_of_an_identity_provider_opens_nothing() {
        HttpRequest.Builder request = operator().plain("people").header("Authorization", "Bearer " + JarBridge.TOKEN);
        assertThat(operator().send(request).status()).isEqualTo(403);
    }

    @Test
    void it_does_not_come_through_a_proxy() {
        HttpRequest.Builder request = operator().request("people").header("X-Forwarded-For", "203.0.113.7");
        assertThat(operator().send(request).status()).isEqualTo(403);
    }

    @Test
    void another_name_for_this_machine_is_not_taken() {
        Raw.Heard answer = Raw.ask(
                stage.bridge.managementPort(),
                "GET /operations/people HTTP/1.1\r\nHost: rebound.example\r\nScim-Bridge-Operator: x\r\n"
                        + "Connection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void an_unknown_command_is_404() {
        assertThat(operator().read("pepole").status()).isEqualTo(404);
    }
}
