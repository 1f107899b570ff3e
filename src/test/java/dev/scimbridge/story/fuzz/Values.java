package dev.scimbridge.story.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where the values stand in a JSON text. */
final class Values {
    private static final JsonFactory JSON = new JsonFactory();

    private Values() {}

    /** From and to of each, as far as the text is JSON. */
    static List<int[]> in(String text) {
        List<int[]> values = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int from = (int) parser.currentTokenLocation().getCharOffset();
                if (token.isStructStart()) {
                    open.push(from);
                } else if (token.isStructEnd()) {
                    values.add(new int[] {open.pop(), from + 1});
                } else if (token.isScalarValue()) {
                    parser.getText();
                    values.add(new int[] {from, (int) parser.currentLocation().getCharOffset()});
                }
            }
        } catch (IOException noMoreJson) {
            return values;
        }
        return values;
    }

    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
