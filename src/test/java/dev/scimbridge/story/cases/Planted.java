package dev.scimbridge.story.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.cases.Case.Pick;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Right answers made wrong in one thing, and which answers to take. */
final class Planted {
    private Planted() {}

    static Pick last() {
        return said -> said.size() - 1;
    }

    static Pick first() {
        return nth(0);
    }

    static Pick nth(int place) {
        return said -> place;
    }

    /** The first answer to this method. */
    static Pick first(String method) {
        return firstWhere(exchange -> exchange.request().method().equals(method));
    }

    /** The first answer of this status. */
    static Pick answering(int status) {
        return firstWhere(exchange -> exchange.answer().status() == status);
    }

    static Pick firstWhere(Predicate<Exchange> condition) {
        return said -> {
            for (int i = 0; i < said.size(); i++) {
                if (condition.test(said.get(i))) {
                    return i;
                }
            }
            return -1;
        };
    }

    static UnaryOperator<Answer> status(int other) {
        return answer -> new Answer(other, answer.headers(), answer.text());
    }

    /** Another value of a header; an empty one takes it away. */
    static UnaryOperator<Answer> header(String name, String value) {
        return answer -> {
            Map<String, String> headers = new TreeMap<>(answer.headers());
            headers.put(name, value);
            headers.values().removeIf(String::isEmpty);
            return new Answer(answer.status(), headers, answer.text());
        };
    }

    static UnaryOperator<Answer> notScim() {
        return header("content-type", "text/html");
    }

    static UnaryOperator<Answer> text(String other) {
        return answer -> new Answer(answer.status(), answer.headers(), other);
    }

    static UnaryOperator<Answer> body(Consumer<ObjectNode> change) {
        return answer -> {
            ObjectNode body = (ObjectNode) answer.json();
            change.accept(body);
            return text(body.toString()).apply(answer);
        };
    }

    /** Another value at a place; a number as the last part of the pointer may be one past the end of a list. */
    static UnaryOperator<Answer> put(String pointer, Object value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode other = Answer.JSON.valueToTree(value);
        return body(body -> {
            JsonNode parent = body.at(place.head());
            if (parent instanceof ArrayNode list) {
                int index = place.last().getMatchingIndex();
                if (index == list.size()) {
                    list.add(other);
                } else {
                    list.set(index, other);
                }
            } else {
                ((ObjectNode) parent).set(place.last().getMatchingProperty(), other);
            }
        });
    }

    /** What stands at one place at another one too. */
    static UnaryOperator<Answer> copied(String from, String to) {
        return answer -> put(to, answer.at(from)).apply(answer);
    }

    static UnaryOperator<Answer> without(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        return body(body -> {
            JsonNode parent = body.at(place.head());
            if (parent instanceof ArrayNode list) {
                list.remove(place.last().getMatchingIndex());
            } else {
                ((ObjectNode) parent).remove(place.last().getMatchingProperty());
            }
        });
    }
}
