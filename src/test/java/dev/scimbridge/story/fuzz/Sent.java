package dev.scimbridge.story.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A request on its way out, right or not.
 *
 * @param target path and query, as they go over the wire
 * @param headers whole lines, without a length unless one was forged
 */
public record Sent(String method, String target, List<String> headers, byte[] body) {
    public Sent {
        headers = List.copyOf(headers);
    }

    Sent method(String other) {
        return new Sent(other, target, headers, body);
    }

    Sent target(String other) {
        return new Sent(method, other, headers, body);
    }

    Sent body(byte[] other) {
        return new Sent(method, target, headers, other);
    }

    Sent body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** With one header more, anywhere among the others. */
    Sent header(String line, Random random) {
        List<String> more = new ArrayList<>(headers);
        more.add(random.nextInt(more.size() + 1), line);
        return new Sent(method, target, more, body);
    }

    /** Without one of its headers, the token's excepted: without that there is little to be met. */
    Sent withoutHeader(Random random) {
        List<String> fewer = new ArrayList<>(headers);
        fewer.remove(random.nextInt(fewer.size()));
        headers.stream()
                .filter(line -> line.startsWith("Authorization") && !fewer.contains(line))
                .forEach(fewer::add);
        return new Sent(method, target, fewer, body);
    }

    /** As it goes over the wire. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        boolean framed = headers.stream().anyMatch(line -> line.matches("(?is)(content-length|transfer-encoding).*"));
        if (body.length > 0 && !framed) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
