package dev.scimbridge.story.fuzz;

import static dev.scimbridge.story.fuzz.Nasty.one;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Ways to spoil a request; each in one place, so that what remains is still taken seriously. */
final class Mutations {
    /** One way. */
    interface Mutation {
        Sent apply(Sent sent, Random random);
    }

    private static final Pattern FILTER = Pattern.compile("filter=[^&]*");

    /** Those that meet the most are there more than once. */
    static final List<Mutation> ALL = List.of(
            Mutations::body,
            Mutations::body,
            Mutations::body,
            Mutations::value,
            Mutations::value,
            Mutations::value,
            Mutations::value,
            Mutations::value,
            Mutations::operation,
            Mutations::operation,
            Mutations::operation,
            Mutations::query,
            Mutations::query,
            Mutations::filter,
            Mutations::filter,
            Mutations::target,
            Mutations::method,
            Mutations::headers,
            Mutations::headers,
            Mutations::chunks);

    private Mutations() {}

    /** Flips, cuts, doubles and joins bytes of a body. */
    private static Sent body(Sent sent, Random random) {
        return sent.body().length == 0 ? value(sent, random) : sent.body(spoiled(sent.body(), random));
    }

    /** The same bytes with something wrong about them. */
    static byte[] spoiled(byte[] bytes, Random random) {
        byte[] other = bytes.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> other[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> other[at] = (byte) random.nextInt(256);
            case 2 -> other = java.util.Arrays.copyOf(bytes, at);
            case 3 -> System.arraycopy(bytes, 0, other, at, bytes.length - at);
            default -> {
                other = java.util.Arrays.copyOf(bytes, bytes.length + at);
                System.arraycopy(bytes, bytes.length - at, other, bytes.length, at);
            }
        }
        return other;
    }

    /** Puts something else in the place of a JSON value, or beside it. */
    private static Sent value(Sent sent, Random random) {
        String text = sent.text();
        List<int[]> values = Values.in(text);
        if (values.isEmpty()) {
            return sent.body(one(Nasty.VALUES, random));
        }
        int[] value = values.get(random.nextInt(values.size()));
        int[] from = values.get(random.nextInt(values.size()));
        String said = text.substring(value[0], value[1]);
        String other = random.nextInt(3) == 0 ? text.substring(from[0], from[1]) : one(Nasty.VALUES, random);
        String put = switch (random.nextInt(5)) {
            case 0 -> "[" + said + "," + other + "]";
            case 1 -> "{\"value\":" + said + ",\"type\":" + other + "}";
            case 2 -> said + ",\"" + one(Nasty.PATHS, random).replace("\"", "\\\"") + "\":" + other;
            default -> other;
        };
        return sent.body(text.substring(0, value[0]) + put + text.substring(value[1]));
    }

    /** Another op, path or filter in a PATCH. */
    private static Sent operation(Sent sent, Random random) {
        String path = Values.quoted(one(random.nextBoolean() ? Nasty.PATHS : Nasty.FILTERS, random));
        String op = Values.quoted(one(Nasty.OPS.subList(0, random.nextInt(3) == 0 ? Nasty.OPS.size() : 4), random));
        String value = random.nextInt(8) == 0 ? "" : ",\"value\":" + one(Nasty.VALUES, random);
        String operation = "{\"op\":" + op + ",\"path\":" + path + value + "}";
        String text = sent.text();
        int list = text.indexOf("\"Operations\":");
        int open = list < 0 ? -1 : text.indexOf('[', list);
        if (open < 0) {
            return sent.method().equals("PUT")
                    ? sent.method("PATCH").body("{\"Operations\":[" + operation + "]}")
                    : value(sent, random);
        }
        return sent.body(text.substring(0, open + 1) + operation + "," + text.substring(open + 1));
    }

    private static Sent query(Sent sent, Random random) {
        String mark = sent.target().contains("?") ? "&" : "?";
        return sent.target(sent.target() + mark + one(Nasty.PARAMETERS, random));
    }

    private static Sent filter(Sent sent, Random random) {
        String filter = "filter=" + URLEncoder.encode(one(Nasty.FILTERS, random), StandardCharsets.UTF_8);
        if (FILTER.matcher(sent.target()).find()) {
            return sent.target(FILTER.matcher(sent.target()).replaceFirst(filter));
        }
        String mark = sent.target().contains("?") ? "&" : "?";
        return sent.method("GET").body("").target(sent.target() + mark + filter);
    }

    private static Sent target(Sent sent, Random random) {
        if (random.nextBoolean()) {
            return sent.target(one(Nasty.TARGETS, random));
        }
        byte[] bytes = sent.target().getBytes(StandardCharsets.ISO_8859_1);
        return sent.target(new String(spoiled(bytes, random), StandardCharsets.ISO_8859_1));
    }

    private static Sent method(Sent sent, Random random) {
        return sent.method(one(Nasty.METHODS, random));
    }

    private static Sent headers(Sent sent, Random random) {
        return random.nextInt(6) == 0 ? sent.withoutHeader(random) : sent.header(one(Nasty.HEADERS, random), random);
    }

    /** The body in chunks, not all of which are. */
    private static Sent chunks(Sent sent, Random random) {
        StringBuilder chunks = new StringBuilder();
        String text = new String(sent.body(), StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length() && chunks.length() < 50_000) {
            int size = 1 + random.nextInt(Math.min(200, text.length() - at));
            String told = random.nextInt(50) == 0 ? one(Nasty.VALUES, random) : Integer.toHexString(size);
            chunks.append(told).append("\r\n").append(text, at, at + size).append("\r\n");
            at += size;
        }
        byte[] body = (chunks + "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return sent.header("Transfer-Encoding: chunked", random).body(body);
    }
}
