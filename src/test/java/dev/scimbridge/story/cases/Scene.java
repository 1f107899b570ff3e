package dev.scimbridge.story.cases;

import java.util.Map;
import java.util.TreeMap;

/** Where cases are played. All cases of a scene share one bridge, so each uses names of its own. */
public enum Scene {
    /** Some people in the workspace; whatever was said by cases before. */
    SHARED(25, Map.of()),
    /** Nobody in the workspace. Nothing may be created here. */
    EMPTY(0, Map.of()),
    /** 250 people, three of them invited. Nobody may be created here, and groups by one case only. */
    CROWDED(247, Map.of()),
    /** More people than a page may have, and something in front of the bridge that speaks TLS. */
    PROXIED(1100, Map.of("SCIM_BRIDGE_TLS", "terminated", "SCIM_BRIDGE_POLL_INTERVAL", "PT1H"));

    private final int people;
    private final Map<String, String> settings = new TreeMap<>();

    Scene(int people, Map<String, String> own) {
        this.people = people;
        // Sample roles of the identity providers, as an operator would map them; guards wide open.
        settings.put("SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES", "Admin=ADMIN,User=BUSINESS,25=DEVELOPER,role-1=ANALYST");
        settings.put("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "100000");
        settings.putAll(own);
    }

    /** How many have signed up in the workspace. */
    public int people() {
        return people;
    }

    /** Of the bridge, by variable. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }
}
