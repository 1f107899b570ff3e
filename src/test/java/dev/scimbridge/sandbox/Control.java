package dev.scimbridge.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The hand behind a pretend workspace: what people do there, what goes wrong, and what was called. It speaks to the
 * control door only, so that it serves a workspace in this process and one in another alike.
 */
public final class Control {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String LIST_USERS = "listUsers";

    /** Somebody: standing is invited, expired, active, disabled or removed. */
    public record Person(
            String email,
            String name,
            String accountType,
            String standing,
            @Nullable String uid) {
        public boolean is(String word) {
            return standing.equals(word);
        }
    }

    /** A call the workspace got; answered is ok, not-ok, errors: …, http-…, cut, held, pending, truncated. */
    public record Call(
            int number, String at, String operation, Map<String, Object> arguments, String answered, boolean applied) {}

    /** A failure still to come. */
    public record Plan(
            String way,
            @Nullable String operation,
            @Nullable String about,
            int times) {}

    private final URI front;
    private final URI side;

    private Control(int port) {
        this.front = door(port);
        this.side = door(ask(front, "GET", "/side-door", Map.of()).path("port").asInt());
    }

    public static Control at(int port) {
        return new Control(port);
    }

    public static Control of(Workspace workspace) {
        return new Control(workspace.port());
    }

    // What people do

    /** Signs up now. */
    public Person accept(String email) {
        return person("/accept", Map.of("email", email));
    }

    public Person expire(String email) {
        return person("/expire", Map.of("email", email));
    }

    public Person disable(String email) {
        return person("/disable", Map.of("email", email));
    }

    public Person enable(String email) {
        return person("/enable", Map.of("email", email));
    }

    /** Takes back every invite of this address. */
    public Person revoke(String email) {
        return person("/revoke", Map.of("email", email));
    }

    public Person rename(String email, String newEmail) {
        return person("/rename", Map.of("email", email, "newEmail", newEmail));
    }

    public Person changeRole(String email, String accountType) {
        return person("/role", Map.of("email", email, "accountType", accountType));
    }

    public void invite(String email, String accountType) {
        post("/invite", Map.of("email", email, "accountType", accountType));
    }

    /** Somebody who has signed up without anybody having seen an invite. */
    public Person add(String email, String accountType) {
        return person("/add", Map.of("email", email, "accountType", accountType));
    }

    public Person add(String email, String accountType, String name) {
        return person("/add", Map.of("email", email, "accountType", accountType, "name", name));
    }

    // How the workspace behaves

    public void knob(String name, String word) {
        post("/knobs", Map.of(name, word));
    }

    public <T> void knob(Knob<T> knob, T value) {
        knob(knob.name(), Knob.word(value));
    }

    public Map<String, String> knobs() {
        return JSON.convertValue(read("/knobs"), new TypeReference<>() {});
    }

    /** Stops listening until {@link #up}. */
    public void down() {
        ask(side, "POST", "/down", Map.of());
    }

    public void up() {
        ask(side, "POST", "/up", Map.of());
    }

    // What goes wrong

    /** The next call of whatever operation (a way that only a listing can go wrong waits for one). */
    public void failNext(Way way) {
        failNext(1, way);
    }

    public void failNext(String operation, Way way) {
        failNext(1, operation, way);
    }

    public void failNext(int times, Way way) {
        post("/failures", way.with("times", times).said());
    }

    public void failNext(int times, String operation, Way way) {
        failNext(times, way.with("operation", operation));
    }

    public void failAlways(Way way) {
        failNext(-1, way);
    }

    public void failAlways(String operation, Way way) {
        failNext(-1, operation, way);
    }

    /** Nothing goes wrong from now on; calls held stay held. */
    public void heal() {
        post("/failures/reset", Map.of());
    }

    public List<Plan> failures() {
        return JSON.convertValue(read("/failures"), new TypeReference<>() {});
    }

    /** Calls held are carried out and answered now. */
    public void release() {
        post("/release", Map.of("carryOut", true));
    }

    /** Calls held are dropped: never carried out, the connection closed. */
    public void drop() {
        post("/release", Map.of("carryOut", false));
    }

    // What was called

    public List<Call> log() {
        return JSON.convertValue(read("/log"), new TypeReference<>() {});
    }

    public List<Call> log(String operation) {
        return log().stream().filter(call -> call.operation().equals(operation)).toList();
    }

    /** The calls of an operation that named this person, by address or uid, in the arguments. */
    public List<Call> log(String operation, String person) {
        Optional<String> uid = find(person).map(Person::uid);
        return log(operation).stream()
                .filter(call -> call.arguments().values().stream()
                        .map(Object::toString)
                        .anyMatch(value -> value.equalsIgnoreCase(person) || uid.equals(Optional.of(value))))
                .toList();
    }

    /** How many calls arrived. */
    public int calls(String operation) {
        return read("/calls").path(operation).path("attempted").asInt();
    }

    public int calls(String operation, String person) {
        return log(operation, person).size();
    }

    /** How many calls changed something (of a listing: how many were answered). */
    public int applied(String operation) {
        return read("/calls").path(operation).path("applied").asInt();
    }

    public int applied(String operation, String person) {
        return (int) log(operation, person).stream().filter(Call::applied).count();
    }

    /** Everything there is to call but listings. */
    public int commands() {
        return (int) log().stream()
                .filter(call -> !call.operation().equals(LIST_USERS))
                .count();
    }

    public void forgetCalls() {
        post("/log/forget", Map.of());
    }

    /** Waits until so many calls hang. */
    public void awaitHeld(int calls) {
        Awaitility.await()
                .until(() -> log().stream()
                                .filter(call -> call.answered().equals("held"))
                                .count()
                        >= calls);
    }

    // Who is there

    /** Everybody, as they are now, whatever a listing shows. */
    public List<Person> state() {
        return JSON.convertValue(read("/state"), new TypeReference<>() {});
    }

    /** The last entry of this address that was not removed. */
    public Optional<Person> find(String email) {
        return state().stream()
                .filter(person -> person.email().equalsIgnoreCase(email) && !person.is("removed"))
                .reduce((earlier, later) -> later);
    }

    public Person person(String email) {
        return find(email).orElseThrow(() -> new AssertionError("nobody has the address " + email));
    }

    /** The uid of somebody who has signed up. */
    public String uid(String email) {
        return Optional.ofNullable(person(email).uid())
                .orElseThrow(() -> new AssertionError(email + " has not signed up"));
    }

    private Person person(String path, Map<String, Object> said) {
        return JSON.convertValue(post(path, said), Person.class);
    }

    private JsonNode read(String path) {
        // The side door answers even while the workspace is down.
        return ask(side, "GET", path, Map.of());
    }

    private JsonNode post(String path, Map<String, Object> said) {
        return ask(side, "POST", path, said);
    }

    private static URI door(int port) {
        return URI.create("http://127.0.0.1:" + port + "/control");
    }

    /** What the door says; an {@link IllegalStateException} with its words if it says no. */
    static JsonNode ask(URI door, String method, String path, Map<String, Object> said) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(door + path))
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(said)))
                    .build();
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        response.statusCode() + " " + answer.path("error").asText());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
