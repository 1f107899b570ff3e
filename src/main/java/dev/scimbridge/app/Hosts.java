package dev.scimbridge.app;

import java.util.regex.Pattern;

/** What can be said about a host's name without asking a name server. */
final class Hosts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private Hosts() {}

    static boolean isHost(String host) {
        return NAME.matcher(host).matches() || IPV6.matcher(host).matches();
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || LOOPBACK.matcher(host).matches();
    }

    /** Without the brackets in which a URL puts an IPv6 address. */
    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** As a URL that works from this machine has it: an address that means every interface is none to call. */
    static String callable(String host) {
        String called = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
        return called.contains(":") ? "[" + called + "]" : called;
    }
}
