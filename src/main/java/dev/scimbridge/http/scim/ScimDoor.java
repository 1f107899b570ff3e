package dev.scimbridge.http.scim;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.scimbridge.http.Dated;
import dev.scimbridge.http.Front;
import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.http.scim.write.Writings;
import dev.scimbridge.scim.ScimProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.memory.HeapMemoryManager;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/** The SCIM door: an HTTP server on {@code /scim/v2}. */
public final class ScimDoor implements AutoCloseable {
    public static final String BASE = "/scim/v2/";

    private static final String CONTEXT = "/scim/v2";
    private static final int WORKERS = 32;

    /** Bytes each worker keeps to write answers into: a page of a hundred people is made in one piece, and sent so. */
    static final int BUFFER = 1 << 18;

    private static final int GRACE_SECONDS = 5;

    private static final List<Class<?>> RESOURCES = List.of(
            Root.class,
            Users.class,
            Groups.class,
            Bulk.class,
            Me.class,
            Offers.class,
            Schemas.class,
            ResourceTypes.class,
            ServiceProviderConfig.class);

    private final HttpServer server;
    private final Runnable opened;

    private ScimDoor(HttpServer server, Runnable opened) {
        this.server = server;
        this.opened = opened;
    }

    /** Makes all that is behind the door, which stays shut. */
    public static ScimDoor shut(Front front, Tokens tokens, Desk desk) {
        InetSocketAddress address = front.address();
        URI base = URI.create(
                (front.tls() == null ? "http://" : "https://") + host(address) + ":" + address.getPort() + BASE);
        HttpServer server = GrizzlyHttpServerFactory.createHttpServer(
                base, (GrizzlyHttpContainer) null, front.tls() != null, front.engine(), false);
        server.getListeners().forEach(listener -> configure(listener, front, tokens));
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.setDefaultErrorPageGenerator(ScimDoor::page);
        configuration.setPassTraceRequest(true);
        Reads reads = new Reads(desk::open, desk.cursors());
        Said said = new Said(desk, reads, Writings.of(reads, desk.intake(), desk.groups(), desk.answers()));
        RESOURCES.forEach(ScimDoor::declared);
        Backroom backroom =
                new Backroom(() -> ContainerFactory.createContainer(HttpHandler.class, resources(front, tokens, said)));
        Targets targets = Targets.of(reads, said.writings);
        configuration.addHttpHandler(
                new Shortcut(backroom, targets, new Bearer(tokens), new Sites(front.isBehindProxy())),
                HttpHandlerRegistration.builder().contextPath(CONTEXT).build());
        configuration.addHttpHandler(new Elsewhere(), "/");
        // An id is what the client says it is; %2F in it is a 404 like any other, not a failure.
        server.getHttpHandler().setAllowEncodedSlash(true);
        configuration.getHttpHandlersWithMapping().keySet().forEach(handler -> handler.setAllowEncodedSlash(true));
        return new ScimDoor(server, () -> backroom.begin(desk.answers()));
    }

    /**
     * Opens it.
     *
     * @throws IOException if the address cannot be bound
     */
    public ScimDoor open() throws IOException {
        server.start();
        opened.run();
        return this;
    }

    private static void configure(NetworkListener listener, Front front, Tokens tokens) {
        listener.setDefaultErrorPageGenerator(ScimDoor::page);
        // An answer waits for a slow reader, so that no worker does.
        listener.setMaxPendingBytes(AsyncQueueWriter.UNLIMITED_SIZE);
        Dated.at(listener);
        listener.registerAddOn((each, chain) -> {
            chain.remove(chain.indexOfType(IdleTimeoutFilter.class));
            chain.set(chain.indexOfType(HttpCodecFilter.class), new Codec(each));
            chain.add(
                    chain.indexOfType(HttpServerFilter.class),
                    new Threshold(new Bearer(tokens), front.isBehindProxy()));
        });
        listener.getTransport().setMemoryManager(new HeapMemoryManager(BUFFER));
        listener.getTransport()
                .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setPoolName("scim")
                        .setCorePoolSize(WORKERS)
                        .setMaxPoolSize(WORKERS));
    }

    private static String host(InetSocketAddress address) {
        String host = address.getHostString();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** What the resources are given. */
    private record Said(Desk desk, Reads reads, Writings writings) {}

    private static ResourceConfig resources(Front front, Tokens tokens, Said said) {
        ResourceConfig config = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .register(new JacksonJsonProvider(JsonUtils.createObjectMapper()))
                .register(new Bearer(tokens))
                .register(new ScimType())
                .register(new Problems())
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(said.desk).to(Desk.class);
                        bind(said.reads).to(Reads.class);
                        bind(said.writings).to(Writings.class);
                    }
                });
        RESOURCES.forEach(config::register);
        return front.isBehindProxy() ? config.register(new Forwarded()) : config;
    }

    /** No resource goes out without saying who may call it. */
    static void declared(Class<?> resource) {
        if (!resource.isAnnotationPresent(Callers.class)) {
            throw new IllegalStateException(resource + " does not say who may call it");
        }
    }

    /** Where the server underneath has failed by itself, and where the door closes. */
    private static String page(
            Request request, int status, String reason, String description, @Nullable Throwable failure) {
        request.getResponse().setContentType(Replies.SCIM);
        request.getResponse().setCharacterEncoding("utf-8");
        byte[] body =
                ScimProblem.of(status, null, "the request cannot be served").json();
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What lies outside of the base path. */
    private static final class Elsewhere extends HttpHandler {
        @Override
        public void service(Request request, Response response) throws IOException {
            byte[] body = ScimProblem.notFound("SCIM is served under " + BASE).json();
            response.setStatus(404);
            response.setContentType(Replies.SCIM);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    public int port() {
        return server.getListeners().iterator().next().getPort();
    }

    /** Takes no more requests, and lets those that run be answered. */
    @Override
    public void close() {
        Front.close(server, GRACE_SECONDS);
    }
}
