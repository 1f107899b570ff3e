package dev.scimbridge.http.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkRequestTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no object           | 17                                                            | must be an object",
                "no method           | {'path':'/Users/1'}                                           | a method",
                "a null method       | {'method':null,'path':'/Users/1'}                             | a method",
                "a method of numbers | {'method':1,'path':'/Users/1'}                                | method must be a string",
                "no path             | {'method':'DELETE'}                                           | a path",
                "a path of numbers   | {'method':'DELETE','path':1}                                  | path must be a string",
                "a version of numbers| {'method':'DELETE','path':'/Users/1','version':1}             | version must be",
                "no bulkId           | {'method':'POST','path':'/Users','data':{}}                   | needs a bulkId",
                "an empty bulkId     | {'method':'POST','path':'/Users','bulkId':'','data':{}}       | needs a bulkId",
                "a bulkId of numbers | {'method':'POST','path':'/Users','bulkId':1,'data':{}}        | bulkId must be",
                "no data             | {'method':'PUT','path':'/Users/1'}                            | data must be an object",
                "data of text        | {'method':'PATCH','path':'/Users/1','data':'{}'}              | data must be an object",
                "a list of data      | {'method':'POST','path':'/Users','bulkId':'a','data':[]}      | data must be an object",
            })
    void what_is_wrong_with_an_operation_is_kept_with_it(String name, String json, String words) {
        List<Operation> read = Written.bulk(json, Written.post("fine")).operations();
        ScimProblem problem = Objects.requireNonNull(read.get(0).wrong());
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.scimType()).isEqualTo("invalidSyntax");
        assertThat(problem.detail()).contains(words);
        assertThat(read.get(1).wrong()).isNull();
    }

    @Test
    void keys_and_methods_are_read_in_any_case() {
        Operation read = Written.operation(
                "{'METHOD':'pAtCh','Path':'/Users/1','BULKID':'a','Version':'W/\\'1\\'','DATA':{'x':1}}");
        assertThat(read).isEqualTo(new Operation("PATCH", "a", "W/\"1\"", "/Users/1", Samples.json("{'x':1}"), null));
    }

    @Test
    void a_delete_needs_no_data_and_what_it_brings_is_not_read() {
        Operation read = Written.operation("{'method':'DELETE','path':'/Users/1','data':{'x':'bulkId:none'}}");
        assertThat(read.wrong()).isNull();
        assertThat(References.of(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[]}",
                "{'Operations':{}}",
                "{'Operations':[],'failOnErrors':-1}",
                "{'Operations':[],'failOnErrors':1.5}",
                "{'Operations':[],'failOnErrors':'many'}"
            })
    void what_is_no_bulk_request_is_refused_as_a_whole(String json) {
        assertThat(refusal(json).status()).isEqualTo(400);
    }

    @Test
    void more_than_a_thousand_operations_are_too_many_and_the_limit_is_told() {
        List<String> thousand = Collections.nCopies(1000, Written.patch("/Groups/1"));
        assertThat(Written.bulk(0, thousand).operations()).hasSize(1000);
        ScimProblem problem =
                refusal("{'Operations':[" + String.join(",", thousand) + "," + Written.patch("/Groups/1") + "]}");
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.detail()).contains("1000");
    }

    @ParameterizedTest
    @CsvSource({"0,2147483647", "null,2147483647", "1,1", "7,7", "99999999999999,2147483647"})
    void fail_on_errors_is_a_number_and_nothing_is_no_limit(String said, int limit) {
        String json = "{'operations':[],'FAILONERRORS':" + said + "}";
        assertThat(BulkRequest.of(Samples.json(json)).failOnErrors()).isEqualTo(limit);
    }

    private static ScimProblem refusal(String json) {
        return catchThrowableOfType(ScimProblem.class, () -> BulkRequest.of(Samples.json(json)));
    }
}
