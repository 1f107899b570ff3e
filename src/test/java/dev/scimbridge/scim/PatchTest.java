package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.json;
import static dev.scimbridge.scim.Samples.patch;
import static dev.scimbridge.scim.Samples.patched;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {
    private static final Document BOB = user("{'userName':'bob'}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // path, value, what is then found where
                "add | 'title' | 'T' | {'userName':'bob','title':'T'}",
                "replace | 'TITLE' | 'T' | {'userName':'bob','title':'T'}",
                "add | 'name.givenName' | 'G' | {'userName':'bob','name':{'givenName':'G'}}",
                "replace | 'name' | {'givenName':'G','familyName':''} | {'userName':'bob','name':{'givenName':'G'}}",
                "add | 'E:department' | 'D' | {'userName':'bob','E':{'department':'D'}}",
                "add | 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' | {'department':'D'} | {'userName':'bob','E':{'department':'D'}}",
                "replace | 'E:manager' | {'value':'m'} | {'userName':'bob','E':{'manager':{'value':'m'}}}",
                "replace | 'manager.value' | 'm' | {'userName':'bob','E':{'manager':{'value':'m'}}}",
                "add | 'emails' | {'value':'a'} | {'userName':'bob','emails':[{'value':'a'}]}",
                "replace | 'emails' | [{'value':'a'},'b'] | {'userName':'bob','emails':[{'value':'a'},{'value':'b'}]}",
                "add | 'emails[type eq \\'work\\'].value' | 'a' | {'userName':'bob','emails':[{'value':'a','type':'work'}]}",
                "replace | 'emails[type eq \\'work\\'].value' | 'a' | {'userName':'bob','emails':[{'value':'a','type':'work'}]}",
                "add | 'emails[type eq \\'work\\' and primary eq true]' | {'value':'a'} | {'userName':'bob','emails':[{'value':'a','type':'work','primary':true}]}",
                "replace | 'roles[primary eq \\'True\\'].value' | 'A' | {'userName':'bob','roles':[{'value':'A','primary':true}]}",
                "add | 'emails.value' | 'a' | {'userName':'bob','emails':[{'value':'a'}]}",
                "add | 'shoeSize' | 9 | {'userName':'bob'}",
                "add | 'name.shoeSize' | 9 | {'userName':'bob'}",
                "add | 'urn:x:2.0:User:tag' | 9 | {'userName':'bob'}",
                "replace | 'password' | 'secret' | {'userName':'bob'}",
                "add | 'schemas' | ['urn:x'] | {'userName':'bob'}",
                "add | '' | {'title':'T','id':'9','meta':{'version':'8'},'groups':[],'B':{'state':'x'},'colour':'red'} | {'userName':'bob','title':'T'}",
                "replace | '' | {'E:department':'D','urn:ietf:params:scim:schemas:core:2.0:User:title':'T'} | {'userName':'bob','title':'T','E':{'department':'D'}}",
                "replace | '' | {'Title':'T','E':{'Department':'D'},'urn:ietf:params:scim:schemas:core:2.0:User':{'nickName':'N'}} | {'userName':'bob','title':'T','nickName':'N','E':{'department':'D'}}"
            })
    void a_value_is_set_where_there_was_none(String op, String path, String value, String wanted) {
        Document result = patched(BOB, "{'op':'" + op + "','path':" + path + ",'value':" + value + "}");
        assertThat(result).isEqualTo(user(wanted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'move','path':'title'} | invalidSyntax",
                "{'path':'title'} | invalidSyntax",
                "7 | invalidSyntax",
                "{'op':'add','path':'title'} | invalidValue",
                "{'op':'add','value':'title'} | invalidValue",
                "{'op':'replace','path':'active','value':'perhaps'} | invalidValue",
                "{'op':'replace','path':'name','value':'Bob'} | invalidValue",
                "{'op':'replace','path':'userName','value':''} | invalidValue",
                "{'op':'replace','value':{'userName':null}} | invalidValue",
                "{'op':'remove'} | noTarget",
                "{'op':'remove','path':''} | noTarget",
                "{'op':'remove','path':'urn:ietf:params:scim:schemas:core:2.0:User'} | noTarget",
                "{'op':'replace','path':'emails[value eq \\'nobody\\'].type','value':'x'} | noTarget",
                "{'op':'add','path':'emails[type sw \\'x\\'].value','value':'x'} | noTarget",
                "{'op':'add','path':'emails[colour eq \\'x\\'].value','value':'x'} | noTarget",
                "{'op':'add','path':'emails[','value':'x'} | invalidPath",
                "{'op':'add','path':'emails[]','value':'x'} | invalidPath",
                "{'op':'add','path':'emails[primary gt true]','value':'x'} | invalidPath",
                "{'op':'add','path':'name[familyName eq \\'x\\'].givenName','value':'x'} | invalidPath",
                "{'op':'add','path':'name.given.first','value':'x'} | invalidPath",
                "{'op':'add','path':'..','value':'x'} | invalidPath",
                "{'op':'add','path':7,'value':'x'} | invalidPath",
                "{'op':'replace','path':'id','value':'x'} | mutability",
                "{'op':'replace','path':'meta.created','value':'x'} | mutability",
                "{'op':'add','path':'groups','value':[{'value':'x'}]} | mutability",
                "{'op':'remove','path':'groups[value eq \\'x\\']'} | mutability",
                "{'op':'replace','path':'B:state','value':'x'} | mutability",
                "{'op':'remove','path':'userName'} | mutability"
            })
    void what_cannot_be_done_is_refused_and_changes_nothing(String operation, String scimType) {
        String before = BARBARA.json();
        ScimProblem problem =
                Problems.of(() -> patched(BARBARA, "{'op':'replace','path':'title','value':'changed'}," + operation));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.scimType()).isEqualTo(scimType);
        assertThat(problem.detail()).isNotBlank().doesNotContain("unboundid").doesNotContain("jackson");
        assertThat(BARBARA.json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Operations':[]}",
                "{'Operations':{}}",
                "{'schemas':['urn:x'],'Operations':[{'op':'add','value':{}}]}"
            })
    void a_request_without_operations_or_of_another_kind_is_refused(String body) {
        ScimProblem problem = Problems.of(() -> Patch.of(json(body), ResourceSchema.USER));
        assertThat(problem.scimType()).isEqualTo("invalidSyntax");
    }

    @Test
    void keys_and_ops_are_read_in_any_case_and_extra_ones_passed_over() {
        Patch patch = Patch.of(
                json("{'id':'x','OPERATIONS':[{'name':'n','OP':'rePlace','Path':'title','VALUE':'T'}]}"),
                ResourceSchema.USER);
        assertThat(patch.apply(BOB).text("title")).isEqualTo("T");
    }

    @Test
    void operations_follow_one_another() {
        Document result = patched(
                BOB,
                "{'op':'add','path':'emails','value':{'value':'a'}},{'op':'replace','path':'emails[value eq \\'a\\'].type','value':'work'}"
                        .replace("\\'", "\\\""));
        assertThat(result).isEqualTo(user("{'userName':'bob','emails':[{'value':'a','type':'work'}]}"));
    }

    @Test
    void what_is_not_mentioned_stays() {
        // OK-21, ME-19
        Document result = patched(
                BARBARA,
                "{'op':'replace','value':{'name':{'givenName':'X'}}},{'op':'replace','path':'emails[type eq \\\"work\\\"].value','value':'new@x'}");
        assertThat(result.text("name.familyName")).isEqualTo("Jensen");
        assertThat(result.elements("emails"))
                .containsExactlyElementsOf(
                        user("{'emails':[{'value':'new@x','type':'work','primary':true},{'value':'babs@home.org','type':'home'}]}")
                                .elements("emails"));
        assertThat(result.without("name", "emails")).isEqualTo(BARBARA.without("name", "emails"));
    }

    @Test
    void add_appends_to_a_list_and_knows_what_is_there() {
        Document more = patched(BARBARA, "{'op':'add','path':'emails','value':{'value':'third@x'}}");
        assertThat(more.elements("emails")).hasSize(3);
        String known = "{'op':'add','path':'roles','value':[{'value':'admin'}]},"
                + "{'op':'add','path':'emails','value':[{'value':'BABS@home.org','type':'HOME'}]}";
        assertThat(patched(BARBARA, known).elements("roles")).hasSize(2);
        assertThat(patched(BARBARA, known).elements("emails")).hasSize(2);
    }

    @Test
    void an_equal_value_changes_nothing_at_all() {
        // RF-38
        Document same = patched(
                BARBARA,
                "{'op':'add','path':'title','value':'Tour Guide'},{'op':'replace','value':{'active':true}},"
                        + "{'op':'add','path':'roles','value':[{'value':'ADMIN','primary':true}]},{'op':'remove','path':'photos'}");
        assertThat(same).isSameAs(BARBARA);
    }

    @Test
    void one_primary_pushes_out_the_other() {
        // RF-37, ME-20
        String home = "{'op':'replace','path':'emails[type eq \\\"home\\\"].primary','value':true}";
        assertThat(patched(BARBARA, home).elements("emails"))
                .extracting(each -> each.truth("primary"))
                .containsExactly(false, true);
        String third =
                "{'op':'add','path':'emails','value':[{'value':'c','primary':true},{'value':'d','primary':true}]}";
        assertThat(patched(BARBARA, third).elements("emails"))
                .extracting(each -> each.truth("primary"))
                .containsExactly(false, null, false, true);
        String replaced =
                "{'op':'replace','path':'emails','value':[{'value':'c','primary':true},{'value':'d','primary':true}]}";
        assertThat(patched(BARBARA, replaced).elements("emails"))
                .extracting(each -> each.truth("primary"))
                .containsExactly(false, true);
    }

    @Test
    void a_label_waits_for_its_value_as_long_as_the_patch_goes_on() {
        String label = "{'op':'replace','path':'emails[type eq \\'other\\'].primary','value':true}";
        assertThat(patched(BARBARA, label)).isSameAs(BARBARA);
        String both = label + ",{'op':'add','path':'emails[type eq \\'other\\'].value','value':'o@x'}";
        assertThat(patched(BARBARA, both).elements("emails"))
                .extracting(each -> each.truth("primary"))
                .containsExactly(false, null, true);
        Document named = user("{'userName':'b','roles':[{'display':'A','type':'x'},'B']}");
        assertThat(patched(named, "{'op':'remove','path':'roles.display'}"))
                .isEqualTo(user("{'userName':'b','roles':['B']}"));
    }

    @Test
    void null_and_remove_unassign() {
        Document result = patched(
                BARBARA,
                "{'op':'replace','path':'title','value':null},{'op':'remove','path':'name.givenName'},{'op':'replace','value':{'nickName':''}},"
                        + "{'op':'remove','path':'emails[type eq \\\"home\\\"]'},{'op':'remove','path':'roles[value eq \\\"Reader\\\"].display'},"
                        + "{'op':'remove','path':'E:manager'},{'op':'replace','path':'addresses','value':[]},{'op':'remove','path':'E:department'}");
        assertThat(result.without("id", "meta")).isEqualTo(user("""
                                {'userName':'bjensen@example.com','externalId':'00uAbC','active':true,'name':{'familyName':'Jensen'},
                                 'emails':[{'value':'bjensen@example.com','type':'work','primary':true}],
                                 'roles':[{'value':'ADMIN','primary':true},{'value':'Reader'}]}"""));
    }

    @Test
    void a_removal_of_what_is_not_there_is_done() {
        String operations = "{'op':'remove','path':'photos'},{'op':'remove','path':'emails[value eq \\\"nobody\\\"]'},"
                + "{'op':'remove','path':'emails[value eq \\\"nobody\\\"].type'},{'op':'remove','path':'E:division'}";
        assertThat(patched(BARBARA, operations)).isSameAs(BARBARA);
    }

    @Test
    void a_new_manager_does_not_keep_the_name_of_the_old_one() {
        Document result = patched(BARBARA, "{'op':'replace','path':'E:manager','value':{'value':'m2'}}");
        assertThat(result.elements(ResourceSchema.ENTERPRISE_USER + ":manager"))
                .containsExactly(Document.EMPTY.with("value", "m2"));
    }

    @Test
    void a_sub_attribute_reaches_all_values() {
        Document result = patched(BARBARA, "{'op':'replace','path':'roles.type','value':'x'}");
        assertThat(result.elements("roles"))
                .extracting(each -> each.text("type"))
                .containsExactly("x", "x");
    }

    @Test
    void it_tells_what_it_speaks_of() {
        Patch patch = patch(
                "{'op':'replace','value':{'ACTIVE':true,'E':{'department':'D'}}},{'op':'add','path':'Roles[primary eq true].value','value':'A'},"
                        + "{'op':'remove','path':'urn:ietf:params:scim:schemas:core:2.0:User:nickName'},{'op':'add','path':'manager.value','value':'m'}",
                ResourceSchema.USER);
        for (String name : new String[] {
            "active",
            "Active",
            "roles",
            "nickName",
            ResourceSchema.ENTERPRISE_USER,
            ResourceSchema.ENTERPRISE_USER + ":department",
            "manager"
        }) {
            assertThat(patch.names(name)).as(name).isTrue();
        }
        assertThat(patch.names("userName")).isFalse();
        assertThat(patch.names(ResourceSchema.ENTERPRISE_USER + ":division")).isFalse();
        assertThat(patch.adds("roles")).isTrue();
        assertThat(patch.adds("active")).isFalse();
        Patch whole = patch(
                "{'op':'remove','path':'" + ResourceSchema.ENTERPRISE_USER + "','value':{'division':'x'}}",
                ResourceSchema.USER);
        assertThat(whole.names("department")).isTrue();
    }
}
