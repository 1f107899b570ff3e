package dev.scimbridge.story.cases;

import java.util.List;
import java.util.stream.Stream;

/** All cases, by who sends such requests. */
public final class Tables {
    private Tables() {}

    public static List<Case> okta() {
        return Stream.of(OktaUserCases.all(), OktaUpdateCases.all(), OktaGroupCases.all(), OktaDiscoveryCases.all())
                .flatMap(List::stream)
                .toList();
    }

    public static List<Case> entra() {
        return Stream.of(
                        EntraReadCases.all(),
                        EntraDoorCases.all(),
                        EntraUserCases.all(),
                        EntraUpdateCases.all(),
                        EntraPathCases.all(),
                        EntraManagerCases.all(),
                        EntraRoleCases.all(),
                        EntraValidatorCases.all(),
                        EntraGroupCases.all(),
                        EntraMemberCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Google, OneLogin, JumpCloud, Ping, SailPoint, Rippling, Keycloak, authentik and midPoint. */
    public static List<Case> others() {
        return Stream.of(OtherProviderCases.all(), OpenProviderCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** What the standards ask for, whoever sends it. */
    public static List<Case> rfc() {
        return Stream.of(
                        RfcDoorCases.all(),
                        RfcFilterCases.all(),
                        RfcReadCases.all(),
                        RfcWriteCases.all(),
                        RfcPatchCases.all(),
                        RfcManyCases.all())
                .flatMap(List::stream)
                .toList();
    }

    static List<Case> all() {
        return Stream.of(okta(), entra(), others(), rfc()).flatMap(List::stream).toList();
    }
}
