package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.json;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @Test
    void names_come_out_in_canonical_case_and_order() {
        Document read = user("{'Emails':[{'Primary':true,'TYPE':'work','Value':'a@b'}],'USERNAME':'bob'}");
        assertThat(read.json())
                .isEqualTo(
                        "{\"userName\":\"bob\",\"emails\":[{\"value\":\"a@b\",\"type\":\"work\",\"primary\":true}]}");
    }

    @Test
    void what_the_server_writes_and_what_nobody_knows_is_dropped() {
        Document read = user("""
                {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'x','meta':{'location':'y'},'groups':[{'value':'g'}],
                 'password':'secret','colour':'red','urn:x:2.0:User':{'tag':'t'},'B':{'state':'held'},'userName':'bob'}""");
        assertThat(read.json()).isEqualTo("{\"userName\":\"bob\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'title':''",
                "'title':null",
                "'emails':[]",
                "'emails':[null,'',{}]",
                "'name':{}",
                "'name':{'givenName':''}",
                "'E':null",
                "'E':{'manager':null,'department':''}",
                "'addresses':null",
                "'active':null",
                "'roles':[]",
                "'phoneNumbers':[{'type':'work','value':''}]",
                "'addresses':[{'type':'work','country':''}]",
                "'emails':''"
            })
    void null_and_empty_mean_unassigned(String said) {
        assertThat(user("{'userName':'bob'," + said + "}")).isEqualTo(user("{'userName':'bob'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'active':'perhaps' | active",
                "'active':1 | active",
                "'title':{'a':1} | title",
                "'title':['a'] | title",
                "'name':'Barbara' | name",
                "'emails':[[1]] | emails",
                "'emails':[{'value':{}}, {'value':{'a':1}}] | emails.value",
                "'emails':[{'primary':'maybe'}] | emails.primary",
                "'E':'x' | enterprise",
                "'E':{'manager':[{'value':'a'}]} | manager"
            })
    void a_wrong_shape_is_refused_by_name(String said, String name) {
        ScimProblem problem = Problems.of(() -> user("{'userName':'bob'," + said + "}"));
        assertThat(problem.scimType()).isEqualTo("invalidValue");
        assertThat(problem.detail()).contains(name);
    }

    @Test
    void harmless_scalars_become_text_and_lone_values_lists() {
        Document read = user("{'userName':7,'emails':'a@b','roles':{'value':true},'E':{'employeeNumber':701984}}");
        assertThat(read)
                .isEqualTo(
                        user(
                                "{'userName':'7','emails':[{'value':'a@b'}],'roles':[{'value':'true'}],'E':{'employeeNumber':'701984'}}"));
    }

    @Test
    void enterprise_attributes_may_stand_at_the_top_but_those_in_their_place_are_stronger() {
        Document read = user("{'userName':'bob','E':{'department':'In'},'Department':'Out','E:costCenter':'4130'}");
        assertThat(read.json()).endsWith("\"costCenter\":\"4130\",\"department\":\"In\"}}");
    }

    @Test
    void only_one_value_is_primary() {
        Document read = user("{'userName':'b','emails':[{'value':'1','primary':true},{'value':'2','primary':true}]}");
        assertThat(read.elements("emails"))
                .extracting(each -> each.truth("primary"))
                .containsExactly(true, false);
    }

    @Test
    void members_need_a_value_and_no_more() {
        assertThat(group("{'displayName':'g','members':[{'value':'u1','$ref':null},'u2']}")
                        .elements("members"))
                .extracting(each -> each.text("value"))
                .containsExactly("u1", "u2");
        assertThat(Problems.of(() -> group("{'members':[{'display':'x'}]}")).detail())
                .contains("members.value");
    }

    @Test
    void a_body_of_another_schema_is_refused() {
        // OK-52: Okta may send back a list it once got, with active at its top.
        String list =
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse'],'active':false,'Resources':[]}";
        assertThat(Problems.of(() -> user(list)).scimType()).isEqualTo("invalidSyntax");
        assertThat(Problems.of(() -> group("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']}"))
                        .scimType())
                .isEqualTo("invalidSyntax");
        // ME-41
        assertThat(
                        group(
                                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group','http://schemas.microsoft.com/x'],'displayName':'g'}"))
                .isEqualTo(group("{'displayName':'g'}"));
    }

    @Test
    void a_user_needs_a_user_name() {
        Document nameless = user("{'userName':'','active':true}");
        assertThat(Problems.of(() -> ResourceSchema.USER.requireComplete(nameless))
                        .detail())
                .contains("userName");
        ResourceSchema.USER.requireComplete(BARBARA);
    }

    @Test
    void paths_reach_into_complex_values_and_extensions() {
        assertThat(BARBARA.text("name.givenName")).isEqualTo("Barbara");
        assertThat(BARBARA.text(ResourceSchema.USER.urn() + ":userName")).isEqualTo("bjensen@example.com");
        assertThat(BARBARA.text(ResourceSchema.ENTERPRISE_USER + ":manager.value"))
                .isEqualTo("m1");
        assertThat(BARBARA.has(ResourceSchema.ENTERPRISE_USER)).isTrue();
        assertThat(BARBARA.truth("active")).isTrue();
        assertThat(BARBARA.text("emails")).isNull();
        assertThat(BARBARA.text("title.x")).isNull();
    }

    @Test
    void the_server_writes_what_clients_cannot() {
        Document state = Document.EMPTY.with("state", "held").with("reason", "");
        Document shown = user("{'userName':'bob'}")
                .with(ResourceSchema.BRIDGE_USER, state)
                .with(ResourceSchema.BRIDGE_USER + ":since", "2026-01-01T00:00:00Z")
                .with("groups", List.of(Document.EMPTY.with("value", "g1")))
                .with("id", "1")
                .with("name.familyName", "B");
        String shownBytes = new String(shown.bytes(ResourceSchema.USER), StandardCharsets.UTF_8);
        assertThat(shownBytes)
                .isEqualTo(("{'schemas':['" + ResourceSchema.USER.urn() + "','" + ResourceSchema.BRIDGE_USER
                                + "'],'id':'1','userName':'bob','name':{'familyName':'B'},'groups':[{'value':'g1'}],'"
                                + ResourceSchema.BRIDGE_USER
                                + "':{'state':'held','since':'2026-01-01T00:00:00Z'}}")
                        .replace('\'', '"'));
    }

    @Test
    void copies_leave_the_original_alone() {
        String before = BARBARA.json();
        Document changed = BARBARA.without("title", ResourceSchema.ENTERPRISE_USER + ":manager", "nothing")
                .with("name.givenName", "Babs")
                .with("active", false)
                .copying("emails", Document.EMPTY);
        assertThat(BARBARA.json()).isEqualTo(before);
        assertThat(changed.attributes())
                .containsExactly(
                        "id",
                        "externalId",
                        "userName",
                        "name",
                        "nickName",
                        "active",
                        "addresses",
                        "roles",
                        ResourceSchema.ENTERPRISE_USER,
                        "meta");
        assertThat(changed.same("name", BARBARA)).isFalse();
        assertThat(changed.same("roles", BARBARA)).isTrue();
        assertThat(changed.same("nowhere", BARBARA)).isTrue();
    }

    @Test
    void what_was_stored_is_what_comes_back() {
        Document counted = BARBARA.with("x", 5L).with("y", 5_000_000_000L);
        assertThat(Document.ofStored(counted.json())).isEqualTo(counted).hasSameHashCodeAs(counted);
        assertThat(Document.of(json("{'userName':'é😀'}"), ResourceSchema.USER).bytes())
                .isEqualTo("{\"userName\":\"é😀\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** Okta sends back what it got (OK-15). After patches, {@link PatchPropertyTest} says the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_shown_and_sent_back_says_the_same(long seed) throws JsonProcessingException {
        RandomFilters random = new RandomFilters(new Random(seed));
        for (int i = 0; i < 300; i++) {
            byte[] body = new ObjectMapper().writeValueAsBytes(random.user());
            Document read = Document.of(Json.read(body, 100_000), ResourceSchema.USER);
            Document shown = read.with("id", "x")
                    .with("meta.version", "W/\"1\"")
                    .with(ResourceSchema.BRIDGE_USER + ":state", "held");
            assertThat(Document.of(Json.read(shown.bytes(ResourceSchema.USER), 100_000), ResourceSchema.USER))
                    .isEqualTo(read);
        }
    }
}
