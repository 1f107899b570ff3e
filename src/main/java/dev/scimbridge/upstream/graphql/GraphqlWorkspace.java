package dev.scimbridge.upstream.graphql;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Workspace;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspace over its GraphQL API (the vendor's documentation). Every call is sent at most once and comes back as
 * an answer, whatever the workspace or the network does. May be used by many threads; an interrupt or {@link #close}
 * ends a call at once.
 */
public final class GraphqlWorkspace implements Workspace, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphqlWorkspace.class);

    private final Wire wire;
    private final AtomicInteger skippedLast = new AtomicInteger();

    public GraphqlWorkspace(Endpoint endpoint, Limits limits, Clock clock) {
        this(endpoint, limits, clock, Dns.SYSTEM);
    }

    GraphqlWorkspace(Endpoint endpoint, Limits limits, Clock clock, Dns names) {
        this.wire = new Wire(endpoint, limits, clock, names);
    }

    @Override
    public Answer<Done> invite(Address address, AccountType type) {
        return mutate(Operation.INVITE_USER, Map.of("email", address.value(), "accountType", type.value()));
    }

    @Override
    public Answer<Done> changeAccountType(String uid, AccountType type) {
        return mutate(Operation.UPDATE_USER_ACCOUNT_TYPE, Map.of("uid", uid, "accountType", type.value()));
    }

    @Override
    public Answer<Done> disable(String uid) {
        return mutate(Operation.DISABLE_USER, Map.of("uid", uid));
    }

    private Answer<Done> mutate(Operation operation, Map<String, String> variables) {
        return wire.call(operation, variables, Payload.ofMutation());
    }

    @Override
    public Answer<Roster> roster() {
        RosterReader reader = new RosterReader();
        Answer<Roster> answer = wire.call(Operation.LIST_USERS, Map.of(), reader);
        if (answer instanceof Answer.Data) {
            report(reader.skipped());
        }
        return answer;
    }

    /** Once, and again only when the number changes: a listing comes every half minute. */
    private void report(int skipped) {
        if (skippedLast.getAndSet(skipped) != skipped) {
            LOG.warn("the listing has {} entries without an e-mail or a uid; they are passed over", skipped);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
