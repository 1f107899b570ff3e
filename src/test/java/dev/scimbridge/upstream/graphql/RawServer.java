package dev.scimbridge.upstream.graphql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/** A server of plain sockets, for what a mock web server is too well-behaved for: each connection has its script. */
final class RawServer implements AutoCloseable {
    /** What happens on one connection; it is closed at the end. */
    interface Script {
        void play(RawServer server, Socket socket) throws Exception;
    }

    /** The bodies of the requests that arrived in full. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Opened by a script that has something to tell. */
    final CountDownLatch told = new CountDownLatch(1);

    /** Opened at the end of the test; a script that hangs waits for it. */
    final CountDownLatch over = new CountDownLatch(1);

    private final ServerSocket listener;

    RawServer(Script... scripts) {
        this(ServerSocketFactory.getDefault(), scripts);
    }

    RawServer(ServerSocketFactory sockets, Script... scripts) {
        try {
            listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(scripts), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Script... scripts) {
        for (Script script : scripts) {
            try (Socket socket = listener.accept()) {
                script.play(this, socket);
            } catch (Exception cutByTheOtherSide) {
                // The client's view is what a test looks at.
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/graphql";
    }

    /** Reads one whole request. */
    void request(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no request");
            }
            head.append((char) read);
        }
        String length = head.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
        requests.add(new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8));
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    static String http(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** Reads the request, answers ok, closes. */
    static void answerOk(RawServer server, Socket socket) throws IOException {
        server.request(socket);
        write(socket, http(Scripted.ok()));
    }

    /** Reads the request, answers ok, and hangs up without having said that it would. */
    static void answerOkAndHangUp(RawServer server, Socket socket) throws IOException {
        answerOk(server, socket);
        socket.close();
        server.told.countDown();
    }

    /** Reads the request and says nothing until the test is over. */
    static void hang(RawServer server, Socket socket) throws IOException, InterruptedException {
        server.request(socket);
        server.told.countDown();
        server.over.await();
    }

    @Override
    public void close() {
        over.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
