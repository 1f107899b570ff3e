package dev.scimbridge.app;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator decides, read once at the start and never changed. {@link Keys} says what each is called and
 * means; this is what the rest of the wiring reads.
 *
 * @param data the folder of the embedded store
 */
public record Settings(Workspace workspace, Doors doors, Path data, Rules rules, Alerts alerts, Mode mode) {

    /** A choice among words, as they are written in the settings. */
    interface Worded {
        String word();
    }

    /** The workspace behind the bridge. */
    public record Workspace(URI endpoint, Credentials credentials, Pace pace) {}

    /**
     * As whom the workspace is called, in the vendor's own three parts.
     *
     * @param key null for a bearer token
     * @param workspaceUid said only with a company's bearer token
     * @param expire when they end, null if nobody said
     */
    public record Credentials(
            @Nullable Secret key,
            Secret secret,
            @Nullable String workspaceUid,
            @Nullable Instant expire) {
        static final String WORKSPACE_TOKEN = "prdm_wsp_";
        static final String COMPANY_TOKEN = "prdm_cmp_";

        /** What kind of credentials these are, in words that a banner may show. */
        public String kind() {
            String value = secret.reveal();
            return value.startsWith(COMPANY_TOKEN)
                    ? "company token"
                    : value.startsWith(WORKSPACE_TOKEN) ? "workspace token" : "key and secret";
        }
    }

    /**
     * How the workspace is called.
     *
     * @param poll how often everybody is listed
     * @param settling so long after a command a listing shows what it did
     * @param callTimeout the limit of one mutation
     * @param maxRate calls a second
     */
    public record Pace(Duration poll, Duration settling, Duration callTimeout, int maxRate) {}

    /** Where the bridge listens and how a client proves who it is. */
    public record Doors(Door scim, Door management, Tls tls, Tokens tokens, Writes writes) {}

    /**
     * An address to listen on.
     *
     * @param port 0 for any free one
     */
    public record Door(String host, int port) {}

    /** Who speaks TLS. It holds for both doors. */
    public sealed interface Tls {
        /** Nobody: both doors are on the loopback interface. */
        record None() implements Tls {}

        /** Something in front of the bridge, which itself speaks plain HTTP. */
        record Terminated() implements Tls {}

        /** The bridge, with a certificate chain and its key, both PEM. */
        record Files(Path certificate, Path key) implements Tls {}
    }

    /**
     * How a write is answered.
     *
     * @param patience how long a write waits for the workspace's word before it is answered
     */
    public record Writes(Duration patience, OnOutage onOutage) {}

    /** What a write is told while the workspace cannot be reached. */
    public enum OnOutage implements Worded {
        ACCEPT,
        REJECT;

        @Override
        public String word() {
            return Kinds.lower(this);
        }
    }

    /**
     * How an operator is told.
     *
     * @param webhook a URL; null for the log only
     * @param reminder after so long what is still wrong is said again
     */
    public record Alerts(@Nullable Secret webhook, Duration reminder) {}

    /** What the bridge may do to people and what it does by itself. */
    public record Rules(
            AccountTypes accountTypes, Guards guards, Invites invites, Identities identities, Drift drift) {}

    /**
     * Who gets which account type.
     *
     * @param byDefault for an invitation about which nothing else speaks; null holds it
     * @param grantable the ceiling; null is every type
     * @param rank highest first; what is not in it comes after
     * @param aliases names of an identity provider's roles, as written
     * @param groups names of groups, as written
     */
    public record AccountTypes(
            @Nullable AccountType byDefault,
            @Nullable Set<AccountType> grantable,
            List<AccountType> rank,
            Map<String, AccountType> aliases,
            Map<String, AccountType> groups) {}

    /**
     * What is let through in a sliding hour.
     *
     * @param maxDeactivations also of demotions; empty is max(10, 5 %)
     * @param maxInvitations empty is max(100, 25 %)
     */
    public record Guards(
            OptionalInt maxDeactivations, OptionalInt maxInvitations, int maxPrivilegedGrants, Protected exempt) {}

    /**
     * People whom no write takes anything from.
     *
     * @param uids of the workspace, in lower case
     */
    public record Protected(Set<Address> addresses, Set<String> uids) {
        public static final Protected NOBODY = new Protected(Set.of(), Set.of());
    }

    /**
     * Whom to invite, and how often.
     *
     * @param budget how often an invite is sent again for one wish, with a gap in between
     */
    public record Invites(int budget, Duration gap, Domains domains) {}

    /**
     * The domains whose addresses may be invited.
     *
     * @param names in lower case; empty is any
     */
    public record Domains(Set<String> names) {
        public static final Domains ANY = new Domains(Set.of());

        public boolean any() {
            return names.isEmpty();
        }

        public boolean allow(Address address) {
            return any() || names.contains(address.domain());
        }
    }

    /** How a person's address is found and what a changed one means. */
    public record Identities(Rename rename, EmailFrom emailFrom) {}

    /** What a changed userName does. */
    public enum Rename implements Worded {
        ALIAS,
        REISSUE,
        REFUSE;

        @Override
        public String word() {
            return Kinds.lower(this);
        }
    }

    /** Which attribute is preferred as the address. */
    public enum EmailFrom implements Worded {
        USER_NAME("userName"),
        WORK_EMAIL("work-email");

        private final String word;

        EmailFrom(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What is done about a change that someone made in the workspace. */
    public enum Drift implements Worded {
        REPORT,
        ENFORCE;

        @Override
        public String word() {
            return Kinds.lower(this);
        }
    }

    /** Whether commands are sent to the workspace or only written down. */
    public enum Mode implements Worded {
        LIVE,
        SHADOW;

        @Override
        public String word() {
            return Kinds.lower(this);
        }
    }

    /** What is allowed but should be known, one line each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (rules.invites().domains().any()) {
            warnings.add(Keys.INVITES_DOMAINS.name().variable() + " is *: an address of any domain may be invited");
        }
        if (alerts.webhook() == null) {
            warnings.add(Keys.ALERTS_WEBHOOK.name().variable() + " is not set: alerts are in this log only");
        }
        if (mode == Mode.SHADOW) {
            warnings.add(Keys.MODE.name().variable() + " is shadow: nothing is changed in the workspace");
        }
        return warnings;
    }
}
