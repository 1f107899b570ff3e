package dev.scimbridge.http.scim.dialect;

import static dev.scimbridge.scim.Samples.json;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Problems;
import dev.scimbridge.scim.ResourceSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources and filters as senders say them. */
class DialectTest {
    private static final Document EVE = user("""
                    {'userName':'bob','externalId':'007','active':true,'name':{'familyName':'Employee'},
                     'emails':[{'value':'bob@example.org','type':'work'},{'value':'b@home.org','type':'home'}],
                     'roles':[{'value':'ADMIN','primary':true}]}""").with("meta.created", "2020-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ME-04 Entra | externalId eq 007 | externalId eq \"007\"",
                "AK-03 authentik | userName eq bob | userName eq \"bob\"",
                "ME-64 Entra | meta.Created gt 2015-10-10T14:38:21.8617979-07:00 | meta.Created gt \"2015-10-10T14:38:21.8617979-07:00\"",
                "Postman | name.FamilyName eq Employee and (emails.Value co example.com or emails.Value co example.org) | name.FamilyName eq \"Employee\" and (emails.Value co \"example.com\" or emails.Value co \"example.org\")",
                "Entra | active eq True | active eq \"True\"",
                "RFC | active eq true | active eq true",
                "RFC | title eq null or title pr or active eq true | title eq null or title pr or active eq true",
                "ME-03 Entra | emails[type eq \"work\"].value eq \"bob@example.org\" | emails[(type eq \"work\") and value eq \"bob@example.org\"]",
                "Entra | emails[type eq work].value eq bob@example.org | emails[(type eq \"work\") and value eq \"bob@example.org\"]",
                "Entra | not (roles[primary eq \"True\"].value eq \"x]\" or emails[type eq \"a]\"].value pr) | not (roles[(primary eq \"True\") and value eq \"x]\"] or emails[(type eq \"a]\") and value pr])",
                "nobody | userName eq eq or userName eq and | userName eq \"eq\" or userName eq \"and\"",
                "RFC | userName eq \"x eq y\" and title sw \"\\\"a eq b\\\\\" | userName eq \"x eq y\" and title sw \"\\\"a eq b\\\\\""
            })
    void a_filter_is_written_as_the_standard_has_it(String sender, String said, String wanted) {
        assertThat(Dialect.filter(said)).as(sender).isEqualTo(wanted);
        assertThat(Dialect.filter(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "externalId eq 007",
                "userName eq BOB",
                "userName sw b",
                "meta.Created gt 2015-10-10T14:38:21.8617979-07:00",
                "meta.created gt 2015-10-10",
                "name.FamilyName eq Employee and (emails.Value co example.com or emails.Value co example.org)",
                "active eq True",
                "emails[type eq \"work\"].value eq \"bob@example.org\"",
                "emails[type eq work or type eq home].value eq b@home.org",
                "roles[primary eq \"True\"].value eq \"admin\"",
                "roles[primary eq True]",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq bob"
            })
    void and_then_it_matches(String said) {
        assertThat(Criterion.parse(Dialect.filter(said), ResourceSchema.USER).matches(EVE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails[type eq home].value eq bob@example.org",
                "emails[type eq work].value sw b@",
                "externalId eq 7",
                "userName eq bob and active eq False"
            })
    void or_does_not(String said) {
        assertThat(Criterion.parse(Dialect.filter(said), ResourceSchema.USER).matches(EVE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName regex x",
                "",
                "userName eq",
                "eq",
                "userName eq )",
                "userName eq bob x",
                "emails[type eq work].value",
                "emails[type eq work].value xx 1",
                "userName eq \"x",
                "active gt True",
                "].value eq x["
            })
    void what_is_no_filter_stays_none(String said) {
        assertThat(Problems.of(() -> Criterion.parse(Dialect.filter(said), ResourceSchema.USER))
                        .scimType())
                .isEqualTo("invalidFilter");
    }

    @Test
    void hostile_lengths_are_survived() {
        for (String part : new String[] {"\\\"", "a ", "[a eq b].c eq d ", "\"a\" ", "((", "eq "}) {
            for (int length : new int[] {8000, 100_000}) {
                String hostile = "userName eq \"" + part.repeat(length / part.length());
                assertThat(Problems.of(() -> Criterion.parse(Dialect.filter(hostile), ResourceSchema.USER))
                                .status())
                        .isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OL-02 OneLogin | {'schemas':['urn:scim:schemas:core:1.0'],'userName':'b'} | {'userName':'b'}",
                "ME-05 Entra | {'userName':'b','meta':{'resourceType':'User'},'roles':[],'name':{'formatted':'f'}} | {'userName':'b','name':{'formatted':'f'}}",
                "ME-06 Entra | {'userName':'b','addresses':null,'title':null,'manager':null,'department':null} | {'userName':'b'}",
                "ME-08 Entra | {'userName':'b','roles':[{'primary':'True','value':'Admin'}]} | {'userName':'b','roles':[{'primary':true,'value':'Admin'}]}",
                "ME-09 Entra | {'userName':'b','roles':[{'displayName':'A','value':'a'},{'displayName':'B','value':'b'}]} | {'userName':'b','roles':[{'display':'A','value':'a'},{'display':'B','value':'b'}]}",
                "ME-10 Entra | {'userName':'b','locale':'RJWN','profileUrl':'BAPN','E':{'manager':{'value':'XY'}}} | {'userName':'b','locale':'RJWN','profileUrl':'BAPN','E':{'manager':{'value':'XY'}}}",
                "ME-62 Postman | {'USERNAME':'b','emails':[{'Primary':true,'Type':'work','Value':'a@b'}],'Department':'D','Manager':{'Value':'m'}} | {'userName':'b','emails':[{'primary':true,'type':'work','value':'a@b'}],'E':{'department':'D','manager':{'value':'m'}}}",
                "OK-13 Okta | {'userName':'b','groups':[],'password':'x','active':'true'} | {'userName':'b','active':true}",
                "OK-22 Okta | {'userName':'b','title':'','nickName':null,'phoneNumbers':[{'type':'work','value':''}]} | {'userName':'b'}",
                "Entra | {'userName':'b','E':{'manager':'m'},'entitlements':['{\\'value\\':\\'4\\'}']} | {'userName':'b','E':{'manager':{'value':'m'}},'entitlements':[{'value':'4'}]}",
                "KC-04 Keycloak | {'userName':'b','emails':[{'value':'a'}],'roles':[{'value':'r'}]} | {'userName':'b','emails':[{'value':'a'}],'roles':[{'value':'r'}]}"
            })
    void a_resource_is_read_as_its_sender_means_it(String sender, String said, String wanted) {
        Document read = Document.of(Dialect.resource(json(said)), ResourceSchema.USER);
        assertThat(read).as(sender).isEqualTo(user(wanted));
    }

    @Test
    void a_list_is_still_no_user() {
        // OK-52
        String list =
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse'],'active':'false','Resources':[]}";
        assertThat(Problems.of(() -> Document.of(Dialect.resource(json(list)), ResourceSchema.USER))
                        .scimType())
                .isEqualTo("invalidSyntax");
    }
}
