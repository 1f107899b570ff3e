package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.upstream.Roster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A listing of a thousand people, from bytes to sightings. */
@State(Scope.Benchmark)
public class RosterMicro {
    private final JsonFactory json = new JsonFactory();
    private final byte[] active = IntStream.range(0, 1000)
            .mapToObj(i -> "{\"uid\":\"" + "0123456789abcdef".repeat(4) + i + "\",\"email\":\"max.miller" + i
                    + "@acme.io\",\"name\":\"Max Miller\",\"accountType\":\"DEVELOPER\"}")
            .collect(Collectors.joining(",", "[", "]"))
            .getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public Answer<Roster> parse() throws IOException {
        RosterReader reader = new RosterReader();
        read(reader, "activeUsers", active);
        read(reader, "invitedUsers", new byte[] {'[', ']'});
        return reader.answer();
    }

    private void read(RosterReader reader, String name, byte[] list) throws IOException {
        try (JsonParser parser = json.createParser(list)) {
            parser.nextToken();
            reader.read(name, parser);
        }
    }
}
