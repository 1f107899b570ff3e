package dev.scimbridge.story.cases;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Cast;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A conversation with a bridge: with a live one, or the record of such a one played again. */
public interface Talk {
    /** Sends all at once and waits for every answer; answers come in the order of the requests. */
    List<Answer> together(List<Request> requests);

    /** Sends again and again until the answer is as wanted; only the last one counts. */
    Answer until(Request request, Predicate<Answer> wanted);

    /** All that the bridge has printed, as the text of an answer of status 0. */
    Answer log();

    /** What people do in the workspace behind the bridge. */
    void behind(Consumer<Control> hand);

    default Answer say(Request request) {
        return together(List.of(request)).get(0);
    }

    default Answer get(String path) {
        return say(Request.get(path));
    }

    default Answer post(String path, String body) {
        return say(Request.post(path, body));
    }

    default Answer put(String path, String body) {
        return say(Request.put(path, body));
    }

    /** With these operations, each a JSON object. */
    default Answer patch(String path, String... operations) {
        return say(Request.patch(path, operations));
    }

    default Answer delete(String path) {
        return say(Request.delete(path));
    }

    /** Looks in {@code /Users}. */
    default Answer find(String filter) {
        return get("/Users?filter=" + encoded(filter));
    }

    /** Looks in {@code /Groups}. */
    default Answer findGroup(String filter) {
        return get("/Groups?filter=" + encoded(filter));
    }

    /** Creates a person that the case needs, and gives the path of the new one. */
    default String user(String body) {
        return "/Users/" + post("/Users", body).is(201).id();
    }

    /** Creates so many people that the case needs, {@code NAME-1@cases.example} and on, and gives their ids. */
    default List<String> people(String name, int many) {
        List<Request> creates = IntStream.rangeClosed(1, many)
                .mapToObj(number -> Request.post("/Users", Cast.okta(name + "-" + number + "@cases.example")))
                .toList();
        return together(creates).stream().map(each -> each.is(201).id()).toList();
    }

    /** Creates a group that the case needs, and gives the path of the new one. */
    default String group(String body) {
        return "/Groups/" + post("/Groups", body).is(201).id();
    }

    /** Creates so many groups without members, {@code NAME 1} and on, a hundred at a time, and gives their paths. */
    default List<String> groups(String name, int many) {
        List<String> paths = new ArrayList<>();
        while (paths.size() < many) {
            int from = paths.size() + 1;
            List<Request> creates = IntStream.range(from, Math.min(many + 1, from + 100))
                    .mapToObj(number -> Bodies.group(name + " " + number, List.of()))
                    .map(body -> Request.post("/Groups", body))
                    .toList();
            together(creates)
                    .forEach(each -> paths.add("/Groups/" + each.is(201).id()));
        }
        return paths;
    }

    /** Reads a list of so many to its end and gives the ids; the path of each page is made of where it starts. */
    default List<String> toTheEnd(int total, IntFunction<String> path) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < total) {
            int start = ids.size() + 1;
            Answer page = get(path.apply(start)).isList(total).says("/startIndex", start);
            ids.addAll(page.has("/Resources", all -> !all.isEmpty()).texts("/id"));
        }
        return ids;
    }

    /** The id at the end of a path. */
    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As clients write it: a blank is {@code %20}. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
