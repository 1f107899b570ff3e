package dev.scimbridge.app;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.http.Front;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.provisioning.Provisioning;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.upstream.graphql.Credentials;
import dev.scimbridge.upstream.graphql.Endpoint;
import dev.scimbridge.upstream.graphql.GraphqlWorkspace;
import dev.scimbridge.upstream.graphql.Limits;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The settings in the terms of each room. */
final class Terms {
    private Terms() {}

    static AccountTypeRules accountTypes(Settings settings) {
        Settings.AccountTypes types = settings.rules().accountTypes();
        Map<String, AccountType> aliases = new HashMap<>();
        types.aliases().forEach((name, type) -> aliases.put(name.toLowerCase(Locale.ROOT), type));
        Map<String, AccountType> groups = new HashMap<>();
        types.groups().forEach((name, type) -> groups.put(Folded.of(name), type));
        Set<AccountType> grantable = types.grantable() == null ? Set.of() : types.grantable();
        return new AccountTypeRules(types.byDefault(), grantable, types.rank(), aliases, groups);
    }

    static Provisioning.Rules rules(
            Settings settings, AccountTypeRules types, Presentation presentation, UUID namespace) {
        Settings.Rules rules = settings.rules();
        Planner.Policy policy = new Planner.Policy(
                rules.invites().budget(),
                rules.invites().gap(),
                settings.workspace().pace().settling(),
                rules.drift() == Settings.Drift.ENFORCE);
        AddressRules addresses = new AddressRules(
                rules.identities().emailFrom() == Settings.EmailFrom.WORK_EMAIL,
                AddressRules.Rename.valueOf(rules.identities().rename().name()),
                rules.invites().domains().names());
        Settings.Writes writes = settings.doors().writes();
        return new Provisioning.Rules(
                policy,
                new Drafts(types, presentation, addresses),
                guards(rules.guards()),
                namespace,
                writes.patience(),
                writes.onOutage() == Settings.OnOutage.REJECT);
    }

    private static Guards guards(Settings.Guards settings) {
        Set<String> exempt = new HashSet<>(settings.exempt().uids());
        settings.exempt().addresses().stream().map(Address::value).forEach(exempt::add);
        Guards.Limits limits = new Guards.Limits(
                orNull(settings.maxDeactivations()), orNull(settings.maxInvitations()), settings.maxPrivilegedGrants());
        return new Guards(limits, exempt);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    static GraphqlWorkspace workspace(Settings.Workspace settings, Clock clock) {
        Secret key = settings.credentials().key();
        Credentials credentials = Credentials.read(
                key == null ? null : key.reveal(),
                settings.credentials().secret().reveal(),
                settings.credentials().workspaceUid());
        Endpoint endpoint = new Endpoint(settings.endpoint().toString(), credentials);
        return new GraphqlWorkspace(
                endpoint, Limits.DEFAULT.withMutation(settings.pace().callTimeout()), clock);
    }

    static Front front(Settings settings, Settings.Door door) {
        Settings.Tls tls = settings.doors().tls();
        @Nullable
        SSLContext context =
                tls instanceof Settings.Tls.Files files ? Pem.context(files.certificate(), files.key()) : null;
        InetSocketAddress address = new InetSocketAddress(door.host(), door.port());
        return new Front(address, context, tls instanceof Settings.Tls.Terminated);
    }
}
