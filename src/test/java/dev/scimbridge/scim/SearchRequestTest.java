package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRequestTest {
    private static final SearchRequest NOTHING = new SearchRequest(null, null, null, null, null, null, null, null);

    @Test
    void it_says_what_a_query_says() {
        // RF-28; the example of RFC 7644, 3.4.3, and a cursor
        SearchRequest read = SearchRequest.of(json("""
                {'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'attributes':['displayName','userName'],
                 'filter':'displayName sw \\'smith\\'','sortBy':'userName','sortOrder':'descending','startIndex':1,'count':10,
                 'cursor':'VZUTiyhEQJ94IR'}"""));
        assertThat(read)
                .isEqualTo(new SearchRequest(
                        "displayName,userName",
                        null,
                        "displayName sw \"smith\"",
                        "userName",
                        "descending",
                        1,
                        10,
                        "VZUTiyhEQJ94IR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'schemas':null}",
                "{'SCHEMAS':'URN:ietf:params:scim:api:messages:2.0:searchrequest'}",
                "{'schemas':['urn:x','urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'colour':'red','id':7}",
                "{'attributes':null,'excludedAttributes':null,'filter':null,'sortBy':null,'sortOrder':null}",
                "{'startIndex':null,'count':'','cursor':null}"
            })
    void what_is_not_said_is_null(String body) {
        assertThat(SearchRequest.of(json(body))).isEqualTo(NOTHING);
    }

    @Test
    void keys_have_no_case_and_names_may_be_one_text() {
        SearchRequest read = SearchRequest.of(
                json(
                        "{'EXCLUDEDATTRIBUTES':'members, name','Attributes':[],'StartIndex':' 5 ','COUNT':'-1','Cursor':'','FILTER':''}"));
        assertThat(read).isEqualTo(new SearchRequest("", "members, name", "", null, null, 5, -1, ""));
        String huge = "{'startIndex':99999999999999999999,'count':-99999999999999999999}";
        assertThat(SearchRequest.of(json(huge)).startIndex()).isEqualTo(Integer.MAX_VALUE);
        assertThat(SearchRequest.of(json(huge)).count()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void a_query_says_the_same_in_parameters() {
        Map<String, String> query = Map.of(
                "attributes", "a,b", "filter", "", "sortBy", "x", "startIndex", "-3", "count", "", "colour", "red");
        assertThat(SearchRequest.of(query::get))
                .isEqualTo(new SearchRequest("a,b", null, "", "x", null, -3, null, null));
        Map<String, String> all = Map.of("excludedAttributes", "c", "sortOrder", "d", "count", "+7", "cursor", "");
        assertThat(SearchRequest.of(all::get)).isEqualTo(new SearchRequest(null, "c", null, null, "d", null, 7, ""));
        ScimProblem problem = Problems.of(() -> SearchRequest.of(Map.of("count", "abc")::get));
        assertThat(problem.scimType()).isEqualTo("invalidValue");
    }

    /** Reading one takes time that grows with the square of its digits. */
    @Test
    void a_number_of_a_million_digits_is_not_read() {
        String body = "{'count':'" + "9".repeat(1_000_000) + "'}";
        assertThat(Problems.of(() -> SearchRequest.of(json(body))).scimType()).isEqualTo("invalidValue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'] | invalidSyntax",
                "'schemas':7 | invalidSyntax",
                "'attributes':{'a':1} | invalidValue",
                "'attributes':['a',7] | invalidValue",
                "'excludedAttributes':true | invalidValue",
                "'filter':['userName pr'] | invalidValue",
                "'sortBy':{} | invalidValue",
                "'sortOrder':false | invalidValue",
                "'startIndex':1.5 | invalidValue",
                "'startIndex':1e99 | invalidValue",
                "'count':'ten' | invalidValue",
                "'count':true | invalidValue",
                "'count':[1] | invalidValue",
                "'cursor':1 | invalidValue"
            })
    void a_wrong_shape_is_refused_by_name(String said, String scimType) {
        ScimProblem problem = Problems.of(() -> SearchRequest.of(json("{" + said + "}")));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.scimType()).isEqualTo(scimType);
        assertThat(problem.detail()).contains(said.substring(1, said.indexOf('\'', 1)));
    }
}
