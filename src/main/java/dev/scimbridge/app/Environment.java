package dev.scimbridge.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The environment variables that are meant for the bridge. An empty one is unset. */
final class Environment {
    static final String PREFIX = "SCIM_BRIDGE_";

    /**
     * Kubernetes puts the address of every service into the environment of every pod of its namespace, and one that is
     * called scim-bridge looks like settings of ours. One of these has the very name of a setting; there the value,
     * which is no number, tells the two apart.
     */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("SCIM_BRIDGE_(SERVICE_(HOST|PORT(_\\w+)?)|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private Environment() {}

    /** By name, in alphabetical order; other people's variables are left out, except those of the workspace. */
    static Map<String, Given> read(Map<String, String> variables) {
        Map<String, Given> settings = new LinkedHashMap<>();
        new TreeMap<>(variables).forEach((name, value) -> {
            boolean ours = name.startsWith(PREFIX) || name.startsWith("PARADIME_");
            if (ours && !value.isBlank() && !isServiceLink(name, value)) {
                settings.put(name, Given.text(name, value));
            }
        });
        return settings;
    }

    private static boolean isServiceLink(String name, String value) {
        boolean addressAsPort = name.equals("SCIM_BRIDGE_PORT")
                && SERVICE_ADDRESS.matcher(value).matches();
        return addressAsPort || SERVICE_LINK.matcher(name).matches();
    }
}
