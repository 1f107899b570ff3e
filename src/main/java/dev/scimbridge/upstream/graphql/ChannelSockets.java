package dev.scimbridge.upstream.graphql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/** Makes sockets that can be asked whether anything has come, without the millisecond that a read waits at least. */
final class ChannelSockets extends SocketFactory {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(0);

    @Override
    public Socket createSocket() throws IOException {
        return SocketChannel.open().socket();
    }

    /**
     * Whether nothing has come on a connection that nobody reads from: no byte and no end. False where it cannot be told
     * at once. Layers of TLS have the channel of the socket below.
     */
    static boolean isQuiet(Socket socket) throws IOException {
        SocketChannel channel = socket.getChannel();
        if (channel == null || socket.getInputStream().available() > 0) {
            return false;
        }
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() == 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    private Socket connected(InetSocketAddress there, InetSocketAddress here) throws IOException {
        Socket socket = createSocket();
        socket.bind(here);
        socket.connect(there);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), ANYWHERE);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), ANYWHERE);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }
}
