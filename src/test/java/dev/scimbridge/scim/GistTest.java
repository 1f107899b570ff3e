package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A write in few words that may be kept. */
class GistTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'replace','path':'active','value':false} | replace active false
            {'op':'replace','value':{'active':false,'title':'Chef'}} | replace active false, title
            {'op':'add','path':'roles','value':[{'value':'ADMIN'},{'value':'Cook'}]} | add roles ADMIN Cook
            {'op':'replace','path':'roles[primary eq true].value','value':'ADMIN'} | replace roles.value ADMIN
            {'op':'replace','path':'name.givenName','value':'Eva'} | replace name.givenName
            {'op':'replace','path':'password','value':'hunter2'} | replace password
            {'op':'remove','path':'title'} | remove title
            {'op':'replace','path':'E:department','value':'Tours'} | replace department
            {'op':'replace','path':'shoeSize','value':'44'} | nothing that is known here
            """)
    void a_patch_is_told_by_names_and_by_what_decides_about_the_account(String operation, String gist) {
        assertThat(Samples.patch(operation, ResourceSchema.USER).gist()).isEqualTo(gist);
    }

    @Test
    void operations_of_one_kind_are_told_together() {
        String operations = "{'op':'replace','path':'active','value':true},{'op':'replace','path':'title','value':'x'},"
                + "{'op':'add','path':'emails','value':[{'value':'eva@acme.io'}]}";
        assertThat(Samples.patch(operations, ResourceSchema.USER).gist())
                .isEqualTo("replace active true, title; add emails");
    }

    @Test
    void a_document_is_told_by_names_too() {
        Document sent = Samples.user("{'userName':'eva@acme.io','password':'hunter2','active':true,"
                + "'roles':[{'value':'ADMIN'}],'E':{'department':'Tours'}}");
        assertThat(sent.gist()).isEqualTo("userName, active true, roles ADMIN, department");
    }

    @Test
    void however_much_is_said_it_stays_short_and_on_one_line() {
        String role = "{'value':'" + "x\\n".repeat(500) + "'}";
        String roles = "[" + (role + ",").repeat(99) + role + "]";
        String gist = Samples.patch("{'op':'add','path':'roles','value':" + roles + "}", ResourceSchema.USER)
                .gist();
        assertThat(gist).hasSizeLessThanOrEqualTo(401).doesNotContain("\n").endsWith("…");
    }
}
