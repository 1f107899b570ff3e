package dev.scimbridge.http.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bulkId:ab                                    | <ab>",
                "bulkId:a b/c (d) [e] \"f\"                   | <a b/c (d) [e] \"f\">",
                "BULKID:ab                                    | <ab>",
                "/Groups/bulkId:ab                            | /Groups/<ab>",
                "Groups/bulkId:ab/                            | Groups/<ab>/",
                "https://x.io/scim/v2/Users/bulkId:a%20b?c=d  | https://x.io/scim/v2/Users/<a%20b>?c=d",
                "members[value eq \"bulkId:a b]\"].display    | members[value eq \"<a b]>\"].display",
                "members[value eq bulkId:ab]                  | members[value eq <ab>]",
                "value eq \"bulkId:a\" or value eq \"bulkId:b\" | value eq \"<a>\" or value eq \"<b>\"",
                "bulkId:                                      | bulkId:",
                "bulkId                                       | bulkId",
                "mybulkId:ab                                  | mybulkId:ab",
                "x-bulkId:ab                                  | x-bulkId:ab",
                "<ab>                                         | <ab>",
            })
    void a_reference_ends_where_what_is_around_it_says(String text, String resolved) {
        assertThat(References.resolved(text, name -> "<" + name + ">")).isEqualTo(resolved);
    }

    @Test
    void references_are_found_and_resolved_wherever_they_stand() {
        Operation operation = Written.operation("{'method':'PATCH','path':'/Groups/bulkId:g','data':{'Operations':["
                + "{'op':'add','path':'members','value':[{'value':'bulkId:a','$ref':'../Users/bulkId:b'}]},"
                + "{'op':'remove','path':'members[value eq \\'bulkId:c\\']'},"
                + "{'op':'add','value':{'members[value eq \\'bulkId:d\\']':{'n':[1,null,true,['bulkId:a']]}}}]}}");
        assertThat(References.of(operation)).containsExactly("g", "a", "b", "c", "d");
        Operation resolved = References.resolved(operation, name -> "$" + name);
        assertThat(resolved.path()).isEqualTo("/Groups/$g");
        assertThat(resolved.data())
                .isEqualTo(Samples.json("{'Operations':["
                        + "{'op':'add','path':'members','value':[{'value':'$a','$ref':'../Users/$b'}]},"
                        + "{'op':'remove','path':'members[value eq \\'$c\\']'},"
                        + "{'op':'add','value':{'members[value eq \\'$d\\']':{'n':[1,null,true,['$a']]}}}]}"));
        assertThat(References.of(operation)).as("left as it was").hasSize(5);
    }
}
