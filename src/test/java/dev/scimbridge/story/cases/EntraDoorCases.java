package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.header;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Cast;
import java.util.List;

/** What holds for whatever Entra sends: its flag in the URL, and the media type of each answer. */
final class EntraDoorCases {
    private static final String FLAG = "?aadOptscim062020";

    private EntraDoorCases() {}

    static List<Case> all() {
        return List.of(me56(), me67());
    }

    private static Case me56() {
        return Case.of("ME-56", "Entra has its flag in the URL of each call", talk -> {
                    String name = "me56@cases.example";
                    String find = FLAG + "&filter=userName+eq+%22me56%40cases.example%22";
                    talk.get("/Users" + find).isList(0);
                    String id =
                            talk.post("/Users" + FLAG, Cast.entra(name)).is(201).id();
                    String user = "/Users/" + id;
                    talk.get("/Users" + find).isList(1).says("/Resources/0/id", id);
                    talk.patch(user + FLAG, Bodies.op("replace", "title", "T")).isDone();
                    talk.get(user + FLAG).is(200).says("/title", "T").says("/userName", name);
                    Answer group = talk.post("/Groups" + FLAG, Bodies.group("ME-56", List.of(id)));
                    String path = "/Groups/" + group.is(201).id();
                    talk.get(path + FLAG).is(200).hasMembers(List.of(id));
                    talk.delete(path + FLAG).is(204);
                    talk.delete(user + FLAG).is(204);
                    talk.get(user + FLAG).isError(404);
                    talk.get("/Schemas" + FLAG).isList();
                })
                .wrong("400 for the flag", first(), status(400))
                .wrong("nobody", nth(2), put("/totalResults", 0))
                .wrong("a change that is lost", nth(4), without("/title"))
                .wrong("a lost member", nth(6), put("/members", List.of()))
                .wrong("200 after the delete", answering(404), status(200))
                .wrong("404 for the schemas", status(404));
    }

    private static Case me67() {
        return Case.of("ME-67", "Entra wants each answer to be application/scim+json, errors too", talk -> {
                    Request create = Request.post("/Users", Cast.entra("me67@cases.example"))
                            .with("Content-Type", "application/json; charset=utf-8");
                    Answer created = scim(talk.say(create), 201);
                    String user = "/Users/" + created.id();
                    for (String accepted : List.of("application/scim+json", "application/json", "*/*", "")) {
                        scim(talk.say(Request.get(user).with("Accept", accepted)), 200);
                    }
                    scim(talk.get("/Users?count=1"), 200);
                    scim(talk.get("/Schemas"), 200);
                    scim(talk.get("/ServiceProviderConfig"), 200);
                    scim(talk.patch(user, Bodies.op("Replace", "title", "T")), 200);
                    scim(talk.say(create), 409);
                    scim(talk.get("/Users/nobody"), 404);
                    scim(talk.get("/Nothing"), 404);
                    scim(talk.get("/Users?filter=userName+eq"), 400);
                    scim(talk.post("/Users", "{"), 400);
                    scim(talk.patch(user), 400);
                    scim(talk.get("/Users?count=x"), 400);
                    scim(talk.delete("/Schemas"), 405);
                    scim(talk.say(Request.post("/Users", "x").with("Content-Type", "text/plain")), 415);
                    scim(talk.say(Request.get(user).with("Authorization", "Bearer wrong")), 401);
                })
                .wrong("application/json for a create", first(), header("content-type", "application/json"))
                .wrong("application/json for those who accept that", nth(2), header("content-type", "application/json"))
                .wrong("HTML for what is not there", answering(404), Planted.notScim())
                .wrong("no media type", answering(409), header("content-type", ""))
                .wrong("an error without a body", answering(415), Planted.text(""))
                .wrong("an error of the container", Planted.notScim());
    }

    /** This status, and a body of this media type, whether it is an error or not. */
    private static Answer scim(Answer answer, int status) {
        assertThat(answer.text()).as(answer.toString()).isNotEmpty();
        return status < 300 ? answer.is(status) : answer.isError(status);
    }
}
