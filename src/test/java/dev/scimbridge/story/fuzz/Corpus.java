package dev.scimbridge.story.fuzz;

import dev.scimbridge.story.transcripts.Said;
import dev.scimbridge.story.transcripts.Transcript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What identity providers really send, from the transcripts, and a request to every endpoint that they leave out. */
public final class Corpus {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]\\w*)}");
    private static final List<String> ALSO = List.of(
            "GET /Users?attributes=userName,emails.value&sortBy=userName&sortOrder=descending&startIndex=2&count=3",
            "GET /Users?excludedAttributes=emails&filter=not%20(title%20pr)%20and%20emails%5Btype%20eq%20%22work%22%5D",
            "GET /Users?filter=meta.lastModified%20gt%20%222026-01-01T00:00:00Z%22%20or%20active%20eq%20true",
            "GET /Users?cursor&count=2",
            "GET /Groups?filter=members.value%20eq%20%22{id}%22&attributes=displayName",
            "GET /Schemas",
            "GET /Schemas/urn:ietf:params:scim:schemas:core:2.0:User",
            "GET /ResourceTypes",
            "GET /ResourceTypes/User",
            "GET /ServiceProviderConfig",
            "GET /Me",
            "GET /?filter=userName%20pr",
            "POST /Users/.search {\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
                    + "\"filter\":\"userName sw \\\"a\\\"\",\"attributes\":[\"userName\"],\"startIndex\":1,\"count\":10}",
            "POST /Groups/.search {\"filter\":\"displayName co \\\"x\\\"\",\"sortBy\":\"displayName\",\"cursor\":\"\"}",
            "POST /.search {\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
                    + "\"filter\":\"meta.resourceType eq \\\"User\\\"\"}",
            "POST /Bulk {\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"failOnErrors\":1,"
                    + "\"Operations\":[{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":{\"userName\":\"bulk@acme.io\"}},"
                    + "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"b\",\"data\":{\"displayName\":\"Bulk\","
                    + "\"members\":[{\"value\":\"bulkId:a\"}]}},{\"method\":\"PATCH\",\"path\":\"/Users/{id}\",\"data\":"
                    + "{\"Operations\":[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}]}},"
                    + "{\"method\":\"DELETE\",\"path\":\"/Groups/{group}\"}]}");

    private final String token;
    private final List<String> people;
    private final List<String> groups;

    /** Of ids that stand in for whomever a transcript speaks of; the last of each is whoever it deletes. */
    public Corpus(String token, List<String> people, List<String> groups) {
        this.token = token;
        this.people = List.copyOf(people);
        this.groups = List.copyOf(groups);
    }

    /** Everything that can be sent. */
    public List<Sent> requests() {
        Stream<Said> told = Transcript.in(Path.of("src/test/resources/transcripts")).stream()
                .flatMap(transcript -> transcript.requests().stream());
        return Stream.concat(told, ALSO.stream().map(Corpus::said))
                .map(this::sent)
                .toList();
    }

    private static Said said(String line) {
        String[] words = line.split(" ", 3);
        return new Said(words[0], words[1], Map.of(), words.length > 2 ? words[2] : "");
    }

    private Sent sent(Said said) {
        List<String> headers = new ArrayList<>(List.of("Host: bridge", "Authorization: Bearer " + token));
        said.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Authorization")) {
                headers.add(name + ": " + value);
            }
        });
        if (!said.body().isEmpty() && !said.headers().containsKey("Content-Type")) {
            headers.add("Content-Type: application/scim+json");
        }
        List<String> meant = said.path().startsWith("/Groups/") ? groups : people;
        boolean isLast = said.method().equals("DELETE");
        List<String> targets = isLast ? meant.subList(meant.size() - 1, meant.size()) : meant;
        byte[] body = named(said.body(), people).getBytes(StandardCharsets.UTF_8);
        return new Sent(said.method(), "/scim/v2" + named(said.path(), targets), headers, body);
    }

    private static String named(String text, List<String> ids) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        ids.get(Math.floorMod(name.group(1).hashCode() + text.hashCode(), ids.size()))));
    }
}
