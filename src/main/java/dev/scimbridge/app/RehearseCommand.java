package dev.scimbridge.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * A real start and a few real requests, for a build to note which classes these need. Serves in front of a pretend
 * workspace on free ports, and ends with 0 if all went well.
 */
@Command(name = "rehearse", description = "For the build: a start and a few requests.", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final int PEOPLE = 25;
    private static final int TRIES = 600;
    private static final Duration NAP = Duration.ofMillis(50);
    private static final Pattern SCIM = Pattern.compile("SCIM +(http\\S+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String PERSON = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"sandy.shore@example.com",
             "name":{"givenName":"Sandy","familyName":"Shore"},"active":true}""";
    private static final String CHANGE = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"title","value":"Pilot"}]}""";

    private final String token = Secret.random(24).reveal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("scim-bridge-rehearsal-");
        Lifespan.closeAtEnd(() -> Sandbox.delete(folder), Lifespan.PATIENCE);
        try (PretendWorkspace workspace = PretendWorkspace.start(0, PEOPLE, Duration.ofDays(1))) {
            new Play(HttpClient.newHttpClient(), token).at(served(workspace, folder));
        }
        return ExitCode.OK;
    }

    /** Serves as an operator has it served, until the process ends. Gives where. */
    private String served(PretendWorkspace workspace, Path folder) throws InterruptedException {
        Settings.Credentials credentials = workspace.credentials();
        Map<String, String> environment = Map.of(
                Keys.ENDPOINT.name().variable(),
                workspace.endpoint().toString(),
                Keys.API_KEY_NAME,
                Objects.requireNonNull(credentials.key()).reveal(),
                Keys.API_SECRET_NAME,
                credentials.secret().reveal(),
                Keys.TOKEN.name().variable(),
                token,
                Keys.PORT.name().variable(),
                "0",
                Keys.MANAGEMENT_PORT.name().variable(),
                "0",
                Keys.DATA.name().variable(),
                folder.toString());
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told, true);
        Thread serving = new Thread(() -> Cli.run(new String[] {"serve"}, environment, out, out), "serve");
        serving.setDaemon(true);
        serving.start();
        for (int i = 0; i < TRIES; i++) {
            Matcher where = SCIM.matcher(told.toString());
            if (where.find()) {
                return where.group(1);
            }
            Thread.sleep(NAP.toMillis());
        }
        throw new IllegalStateException("it does not serve: " + told);
    }

    /** What a client asks. */
    private record Play(HttpClient http, String token) {
        void at(String scim) throws IOException, InterruptedException {
            String users = scim + "/Users";
            for (int i = 0; i < TRIES && status("GET", users) != 200; i++) {
                Thread.sleep(NAP.toMillis());
            }
            String created =
                    answer("POST", users, BodyPublishers.ofString(PERSON), 201).body();
            Matcher id = ID.matcher(created);
            if (!id.find()) {
                throw new IllegalStateException("no id in " + created);
            }
            read(users + "/" + id.group(1));
            read(users + "?filter=userName%20eq%20%22sandy.shore@example.com%22");
            read(users + "?startIndex=2&count=10");
            read(scim + "/Groups");
            read(scim + "/ServiceProviderConfig");
            answer("PATCH", users + "/" + id.group(1), BodyPublishers.ofString(CHANGE), 200);
        }

        private void read(String uri) throws IOException, InterruptedException {
            answer("GET", uri, BodyPublishers.noBody(), 200);
        }

        private HttpResponse<String> answer(String method, String uri, BodyPublisher body, int expected)
                throws IOException, InterruptedException {
            HttpResponse<String> answer = send(method, uri, body);
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(method + " " + uri + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        }

        private int status(String method, String uri) throws IOException, InterruptedException {
            return send(method, uri, BodyPublishers.noBody()).statusCode();
        }

        private HttpResponse<String> send(String method, String uri, BodyPublisher body)
                throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/scim+json")
                    .method(method, body)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
