package dev.scimbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * The limit of reads: a Grizzly handler that answers everything with the same bytes and headers. Which, it is told by the
 * name of a file: the headers a line each, an empty line, the body.
 */
final class BareAnswer extends HttpHandler {
    private record Given(List<String[]> headers, byte[] body) {
        static Given in(Path file) throws IOException {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\n\n");
            List<String[]> headers = text.substring(0, end)
                    .lines()
                    .map(line -> line.split(": ", 2))
                    .toList();
            return new Given(headers, text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private volatile Given given = new Given(List.of(), new byte[0]);

    @Override
    public void service(Request request, Response response) throws IOException {
        Given now = given;
        now.headers.forEach(header -> response.setHeader(header[0], header[1]));
        response.setContentLength(now.body.length);
        response.getOutputStream().write(now.body);
    }

    public static void main(String[] arguments) throws IOException {
        BareAnswer answer = new BareAnswer();
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("bare", "127.0.0.1", 0));
        server.getServerConfiguration().addHttpHandler(answer, "/");
        server.start();
        System.out.println(
                Program.MARK + server.getListeners().iterator().next().getPort());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            answer.given = Given.in(Path.of(line));
            System.out.println(Program.MARK + "ok");
        }
        server.shutdownNow();
    }
}
