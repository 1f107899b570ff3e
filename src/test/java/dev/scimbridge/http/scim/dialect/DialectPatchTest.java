package dev.scimbridge.http.scim.dialect;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.Problems;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each sender says, through the dialect and the engine: the document it must leave behind. */
class DialectPatchTest {
    private static final Document BOB =
            Samples.user("{'userName':'bob','active':true,'emails':[{'value':'h@x','type':'home','primary':true}]}");
    private static final Document TOURS = group("{'displayName':'Tours','members':['u1','u2']}");

    private static Document apply(Document to, String operations, ResourceSchema schema) {
        ObjectNode body = json("{'Operations':[" + operations + "]}");
        String before = body.toString();
        Document result = Patch.of(Dialect.patch(body, schema), schema).apply(to);
        assertThat(body).hasToString(before);
        return result;
    }

    private static Document user(Document to, String operations) {
        return apply(to, operations, ResourceSchema.USER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ME-11 Entra | {'op':'Replace','path':'active','value':'False'} | 'active':false",
                "ME-12 Entra | {'op':'Add','path':'active','value':'True'} | 'active':true",
                "ME-11 Entra, older | {'op':'Replace','path':'active','value':[{'value':'False'}]} | 'active':false",
                "OK-18 Okta | {'op':'replace','value':{'active':false}} | 'active':false",
                "Entra, path-less | {'op':'Replace','value':{'active':'False','title':'T'}} | 'active':false,'title':'T'",
                "KC-01 Keycloak | {'op':'replace','path':'active','value':'false'},{'op':'replace','path':'displayName','value':'B'} | 'active':false,'displayName':'B'",
                "ME-15 Entra | {'op':'Add','path':'nickName','value':'Babs'} | 'nickName':'Babs'",
                "ME-16 Entra | {'op':'replace','value':{'displayName':'D','name.givenName':'G','name.familyName':'F','E:employeeNumber':'1','emails[type eq \\'home\\'].value':'n@x'}} | 'displayName':'D','name':{'givenName':'G','familyName':'F'},'E':{'employeeNumber':'1'},'emails':[{'value':'n@x','type':'home','primary':true}]",
                "Entra, URN objects | {'op':'add','value':{'E':{'department':'D'},'E:division':'V'}} | 'E':{'department':'D','division':'V'}",
                "Okta, AK-07 | {'op':'replace','value':{'schemas':['x'],'id':'9','meta':{'version':'1'},'meta.location':'y','title':'T'}} | 'title':'T'",
                "ME-17 Entra | {'op':'Add','path':'emails[type eq \\'work\\'].value','value':'n@x'} | 'emails':[{'value':'h@x','type':'home','primary':true},{'value':'n@x','type':'work'}]",
                "ME-18 Entra | {'op':'Replace','path':'emails[type eq \\'work\\'].value','value':'n@x'} | 'emails':[{'value':'h@x','type':'home','primary':true},{'value':'n@x','type':'work'}]",
                "ME-18 unquoted | {'op':'Replace','path':'emails[type eq work].value','value':'n@x'} | 'emails':[{'value':'h@x','type':'home','primary':true},{'value':'n@x','type':'work'}]",
                "ME-20 Entra | {'op':'Add','path':'emails','value':[{'value':'n@x','Type':'work','Primary':'True'}]} | 'emails':[{'value':'h@x','type':'home','primary':false},{'value':'n@x','type':'work','primary':true}]",
                "V6 Entra | {'op':'replace','path':'emails[type eq \\'home\\'].primary','value':'False'} | 'emails':[{'value':'h@x','type':'home','primary':false}]",
                "ME-21 Entra | {'op':'Remove','path':'emails[type eq \\'home\\'].value','value':'other@x'} | 'emails':[]",
                "Entra | {'op':'Remove','path':'emails[type eq \\'home\\']','value':'other@x'} | 'emails':[]",
                "ME-23 Entra | {'op':'Add','path':'manager','value':[{'$ref':'http://h/scim/Users/m','value':'m'}]} | 'E':{'manager':{'value':'m','$ref':'http://h/scim/Users/m'}}",
                "ME-24 Entra | {'op':'Add','path':'E:manager','value':'271'} | 'E':{'manager':{'value':'271'}}",
                "ME-25 Entra | {'op':'replace','path':'E:manager','value':{'value':'m2'}} | 'E':{'manager':{'value':'m2'}}",
                "ME-29 Entra | {'op':'Add','path':'roles','value':[{'value':'{\\'id\\':\\'g\\',\\'value\\':\\'25\\',\\'displayName\\':\\'R\\'}'}]} | 'roles':[{'value':'25','display':'R'}]",
                "ME-29 path-less | {'op':'Add','value':{'Roles':['{\\'value\\':\\'25\\'}']}} | 'roles':[{'value':'25'}]",
                "ME-30 Entra | {'op':'replace','path':'roles','value':[{'primary':'False','displayName':'U','value':'User'},{'value':'{not json'}]} | 'roles':[{'value':'User','display':'U','primary':false},{'value':'{not json'}]",
                "ME-31 Entra | {'op':'Add','path':'roles[primary eq \\'True\\'].display','value':'A'},{'op':'Add','path':'roles[primary eq \\'True\\'].value','value':'ADMIN'} | 'roles':[{'value':'ADMIN','display':'A','primary':true}]",
                "ME-31 JSON text | {'op':'Add','path':'roles[primary eq \\'True\\'].value','value':'{\\'value\\':\\'25\\'}'} | 'roles':[{'value':'25','primary':true}]",
                "ME-65 Postman | {'op':'add','name':'n','path':'title','value':'T'} | 'title':'T'"
            })
    void users(String sender, String operations, String wanted) {
        String all = "{'userName':'bob','active':true," + wanted
                + ",'emails':[{'value':'h@x','type':'home','primary':true}]}";
        String expected = wanted.contains("'emails'") ? "{'userName':'bob','active':true," + wanted + "}" : all;
        String once = wanted.contains("'active'") ? expected.replaceFirst("'active':true,", "") : expected;
        assertThat(user(BOB, operations)).as(sender).isEqualTo(user(once));
    }

    private static Document user(String text) {
        return Samples.user(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ME-26 Entra | {'op':'replace','path':'E:manager','value':{'value':''}}",
                "ME-27 Entra | {'op':'remove','path':'E:manager'}",
                "Entra | {'op':'Add','path':'manager','value':''}",
                "Entra | {'op':'Replace','path':'manager','value':[]}",
                "Entra | {'op':'replace','value':{'E':{'manager':{'value':null}}}}",
                "Entra | {'op':'replace','value':{'E:manager':''}}"
            })
    void a_manager_can_be_taken_away_in_many_words(String sender, String operations) {
        Document result = user(BARBARA, operations);
        assertThat(result.has(ResourceSchema.ENTERPRISE_USER + ":manager"))
                .as(sender)
                .isFalse();
        assertThat(result.text(ResourceSchema.ENTERPRISE_USER + ":department")).isEqualTo("Tours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ME-46 Entra | {'op':'Add','path':'members','value':[{'$ref':null,'value':'u3'}]} | u1,u2,u3",
                "ME-48 Entra | {'op':'Remove','path':'members','value':[{'$ref':null,'value':'u1'}]} | u2",
                "ME-49 Entra | {'op':'remove','path':'members[value eq \\'u1\\']'} | u2",
                "ME-49 unquoted | {'op':'remove','path':'members[value eq u1]'} | u2",
                "ME-55 Postman | {'op':'add','path':'members','value':'u3'} | u1,u2,u3",
                "JumpCloud | {'op':'Remove','path':'members','value':{'value':'u1'}} | u2",
                "Postman | {'op':'remove','path':'members','value':'u1'} | u2",
                "Postman | {'op':'remove','path':'members','value':['u1','u9']} | u2",
                "SDK | {'op':'remove','path':'members','value':{'members':[{'value':'u1'}]}} | u2",
                "SDK | {'op':'remove','value':{'members':[{'value':'u1'}]}} | u2",
                "nobody | {'op':'remove','path':'members','value':{'members':null}} | u1,u2",
                "nobody | {'op':'remove','path':'members','value':''} | u1,u2",
                "nobody | {'op':'remove','path':'members','value':[]} | u1,u2",
                "nobody | {'op':'remove','path':'members','value':[{'$ref':null}]} | u1,u2",
                "KC-02 Keycloak | {'op':'remove','path':'members','value':null},{'op':'replace','path':'displayName','value':'N'} | ``",
                "Postman | {'op':'remove','path':'members'} | ``",
                "AK-07 authentik | {'op':'replace','value':{'schemas':['x'],'id':'G','displayName':'n','externalId':'e'}} | u1,u2",
                "V20 Entra | {'op':'replace','value':{'externalId':'e'}} | u1,u2",
                "P5 Entra | {'op':'add','path':'members','value':[{'value':'u3'}]},{'op':'remove','path':'members[value eq \\'u3\\']'} | u1,u2"
            })
    void groups(String sender, String operations, String wanted) {
        List<String> expected = wanted.isEmpty() ? List.of() : List.of(wanted.split(","));
        assertThat(apply(TOURS, operations, ResourceSchema.GROUP).elements("members"))
                .as(sender)
                .extracting(each -> String.valueOf(each.text("value")))
                .containsExactlyElementsOf(expected);
    }

    /** Microsoft's validator: the paths of its verbose tests, for a user that has them and for one that has none. */
    @ParameterizedTest
    @CsvSource({"ME-33,replace,true", "ME-34,add,false"})
    void every_attribute_in_one_request(String id, String op, boolean present) {
        List<String> paths = List.of(
                "displayName",
                "title",
                "preferredLanguage",
                "userType",
                "nickName",
                "locale",
                "timezone",
                "profileUrl",
                "name.givenName",
                "name.familyName",
                "name.formatted",
                "name.middleName",
                "name.honorificPrefix",
                "name.honorificSuffix",
                "emails[type eq \\'work\\'].value",
                "addresses[type eq \\'work\\'].formatted",
                "addresses[type eq \\'work\\'].streetAddress",
                "addresses[type eq \\'work\\'].locality",
                "addresses[type eq \\'work\\'].region",
                "addresses[type eq \\'work\\'].postalCode",
                "addresses[type eq \\'work\\'].country",
                "phoneNumbers[type eq \\'work\\'].value",
                "phoneNumbers[type eq \\'mobile\\'].value",
                "phoneNumbers[type eq \\'fax\\'].value",
                "E:employeeNumber",
                "E:department",
                "E:costCenter",
                "E:organization",
                "E:division",
                "roles[primary eq \\'True\\'].display",
                "roles[primary eq \\'True\\'].value",
                "roles[primary eq \\'True\\'].type");
        Document before = present ? user(BOB, said("add", paths, "old")) : BOB;
        Document result = user(before, said(op, paths, "new"));
        assertThat(result.json()).as(id).doesNotContain("old").contains("\"formatted\":\"new25\"");
        for (int i = 0; i < paths.size(); i++) {
            assertThat(result.json()).as(paths.get(i)).contains("\"new" + (i + 10) + "\"");
        }
        assertThat(result.elements("phoneNumbers")).hasSize(3);
        assertThat(result.elements("roles")).hasSize(1);
        assertThat(result.elements("emails")).hasSize(2);
    }

    private static String said(String op, List<String> paths, String value) {
        return IntStream.range(0, paths.size())
                .mapToObj(i -> "{'op':'" + op + "','path':'" + paths.get(i) + "','value':'" + value + (i + 10) + "'}")
                .collect(Collectors.joining(","));
    }

    @Test
    void what_is_wrong_stays_wrong() {
        assertThat(Problems.of(() -> user(BOB, "{'op':'remove','value':{'title':'x'}}"))
                        .scimType())
                .isEqualTo("noTarget");
        for (String nonsense : List.of(
                "'active','value':'maybe'",
                "'active','value':[[]]",
                "'active','value':[{'value':[]}]",
                "'emails[type eq \\'home\\'].primary','value':[[]]",
                "'manager','value':[[]]",
                "'E:manager','value':[[{'value':'m'}]]")) {
            assertThat(Problems.of(() -> user(BOB, "{'op':'replace','path':" + nonsense + "}"))
                            .scimType())
                    .as(nonsense)
                    .isEqualTo("invalidValue");
        }
        assertThat(Problems.of(() -> user(BOB, "{'op':'add','path':'emails[','value':'x'}"))
                        .scimType())
                .isEqualTo("invalidPath");
        assertThat(Problems.of(() -> user(BOB, "{'op':'replace','path':'id','value':'x'}"))
                        .scimType())
                .isEqualTo("mutability");
        assertThat(Problems.of(() -> user(BOB, "'no operation'")).scimType()).isEqualTo("invalidSyntax");
        assertThat(Problems.of(() -> user(BOB, "{'op':'add','path':'emails[" + "\\'".repeat(9000) + "','value':'x'}"))
                        .scimType())
                .isEqualTo("invalidPath");
    }
}
