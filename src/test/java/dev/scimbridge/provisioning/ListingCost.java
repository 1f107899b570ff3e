package dev.scimbridge.provisioning;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.graphql.Credentials;
import dev.scimbridge.upstream.graphql.Endpoint;
import dev.scimbridge.upstream.graphql.GraphqlWorkspace;
import dev.scimbridge.upstream.graphql.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a listing costs, a person: read off a socket, folded in for the first time, again with nothing new, and with a new
 * name for everybody. No test: run its {@code main} with a number of people on a machine that does nothing else.
 */
final class ListingCost implements AutoCloseable {
    private final StoreKit kit = new SqliteKit();
    private final AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    private final HttpServer server;
    private final GraphqlWorkspace workspace;
    private final Folding folding;
    private final int people;

    private ListingCost(int people) throws IOException {
        this.people = people;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] all = body.get();
            exchange.sendResponseHeaders(200, all.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(all);
            }
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Clock clock = Clock.systemUTC();
        workspace = new GraphqlWorkspace(
                new Endpoint(url, new Credentials.KeyAndSecret("key", "secret")), Limits.DEFAULT, clock);
        folding = new Folding(kit, clock, changes -> {});
    }

    public static void main(String[] args) throws IOException {
        int people = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? 5 : Integer.parseInt(args[1]);
        try (ListingCost cost = new ListingCost(people)) {
            cost.sees("Person");
            cost.round("first sight");
            for (int i = 0; i < rounds; i++) {
                cost.round("nothing new");
            }
            if (rounds < 0) {
                return;
            }
            cost.sees("Somebody");
            cost.round("new names");
        }
    }

    private void sees(String name) {
        StringBuilder json = new StringBuilder("{\"data\":{\"listUsers\":{\"ok\":true,\"activeUsers\":[");
        for (int i = 0; i < people; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(
                            "{\"uid\":\"u%016x\",\"email\":\"person.%d@acme.io\",\"name\":\"%s %d\",\"accountType\":\"BUSINESS\"}"
                                    .formatted(i, i, name, i));
        }
        body.set(json.append("],\"invitedUsers\":[]}}}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void round(String what) {
        Span read = new Span();
        Roster roster = ((Answer.Data<Roster>) workspace.roster()).value();
        String reading = read.words(people);
        Span folded = new Span();
        folding.fold(roster);
        System.out.printf("%-12s %,d people: read %s, folded %s%n", what, people, reading, folded.words(people));
    }

    /** On a machine that is shared only the processor's time says something. */
    private static final class Span {
        private final OperatingSystemMXBean machine =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long begin = System.nanoTime();
        private final long cpu = machine.getProcessCpuTime();

        String words(int people) {
            long busy = machine.getProcessCpuTime() - cpu;
            long took = System.nanoTime() - begin;
            return "in %,d ms, %,d ms CPU, %,d ns CPU a person"
                    .formatted(took / 1_000_000, busy / 1_000_000, busy / people);
        }
    }

    @Override
    public void close() {
        workspace.close();
        server.stop(0);
        kit.close();
    }
}
