package dev.scimbridge.story.cases;

import java.util.List;
import java.util.stream.Stream;

/** All cases, by who sends such requests. */
public final class Tables {
    private Tables() {}

    public static List<Case> okta() {
        // To come as soon as /Groups, /Roles and /Entitlements are served: OktaGroupCases.all(),
        // OktaDiscoveryCases.all()
        return Stream.of(OktaUserCases.all(), OktaUpdateCases.all())
                .flatMap(List::stream)
                .toList();
    }

    static List<Case> all() {
        return Stream.of(okta()).flatMap(List::stream).toList();
    }
}
