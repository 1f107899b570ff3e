package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonParser;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import java.io.IOException;

/**
 * What an operation says beside {@code ok}. Lives for one call.
 *
 * @param <T> what the call gives when it works
 */
interface Payload<T> extends Json.Field {
    /** Asked once the whole answer was read, was {@code ok} and had no errors. */
    Answer<T> answer();

    /** A mutation says {@code ok} and nothing else. */
    static Payload<Done> ofMutation() {
        return new Payload<>() {
            @Override
            public void read(String name, JsonParser parser) throws IOException {
                parser.skipChildren();
            }

            @Override
            public Answer<Done> answer() {
                return new Answer.Data<>(Done.DONE);
            }
        };
    }
}
