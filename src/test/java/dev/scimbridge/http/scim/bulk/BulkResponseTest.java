package dev.scimbridge.http.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BulkResponseTest {
    private static final String BASE = "https://x.io/scim/v2/";
    private static final Operation PUT = Written.operation("{'method':'put','path':'Users/1','data':{}}");
    private static final Operation PATCH = Written.operation(Written.patch("/Groups/bulkId:g"));
    private static final Operation POST = Written.operation(Written.post("g"));
    private static final Operation NOTHING = Written.operation("{}");
    private static final ScimProblem TAKEN = ScimProblem.uniqueness("taken");

    static Stream<Arguments> results() {
        String error = "'response':{'schemas':['urn:ietf:params:scim:api:messages:2.0:Error'],'status':'";
        String taken = "'status':'409'," + error + "409','scimType':'uniqueness','detail':'taken'}";
        return Stream.of(
                Arguments.of(
                        Result.done(POST, 201, "7", "W/'1'"),
                        "'method':'POST','bulkId':'g','location':'" + BASE + "Groups/7','version':'W/\\'1\\'',"
                                + "'status':'201'"),
                Arguments.of(Result.refused(POST, TAKEN), "'method':'POST','bulkId':'g'," + taken),
                Arguments.of(
                        Result.done(PUT, 204, "1", null),
                        "'method':'PUT','location':'" + BASE + "Users/1','status':'204'"),
                Arguments.of(Result.refused(PUT, TAKEN), "'method':'PUT','location':'" + BASE + "Users/1'," + taken),
                Arguments.of(Result.refused(PATCH, TAKEN), "'method':'PATCH'," + taken),
                Arguments.of(Result.refused(NOTHING, TAKEN), taken),
                Arguments.of(
                        Result.refused(
                                NOTHING, ScimProblem.tooManyRequests("held").after(Duration.ofMinutes(10))),
                        "'status':'429'," + error + "429','detail':'held (Retry-After: 600)'}"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void a_result_says_what_there_is_to_say(Result result, String json) {
        String answer = new String(BulkResponse.bytes(List.of(result), BASE), StandardCharsets.UTF_8);
        assertThat(Samples.json(answer.replace("W/'1'", "W/\\\"1\\\"")))
                .isEqualTo(Samples.json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],"
                        + "'Operations':[{" + json + "}]}"));
    }
}
