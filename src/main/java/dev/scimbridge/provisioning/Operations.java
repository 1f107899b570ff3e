package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.lifecycle.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operator sees and says. */
public final class Operations {
    private final Directory directory;
    private final RosterWatch watch;
    private final Circuit circuit;
    private final RosterFold fold;
    private final Say say;

    /** Where an operator has a say. */
    record Say(HeldQueue held, Connections connections, Interlock interlock, AddressRules addresses) {}

    Operations(Directory directory, RosterWatch watch, Circuit circuit, RosterFold fold, Say say) {
        this.directory = directory;
        this.watch = watch;
        this.circuit = circuit;
        this.fold = fold;
        this.say = say;
    }

    /** What the guards keep back. */
    public HeldQueue held() {
        return say.held;
    }

    /** To whom people belong. */
    public Connections connections() {
        return say.connections;
    }

    /**
     * How things stand.
     *
     * @param ready whether readers are served: a listing has been believed once
     * @param problem what is wrong with the workspace, null if nothing
     * @param listed when the last believed listing was asked for, null if there was none since the start
     * @param implausible whether the last listing lacks too many people to be believed
     * @param stopped why no levers are pulled, null if they are
     */
    public record Status(
            boolean ready,
            @Nullable String problem,
            @Nullable Instant listed,
            boolean implausible,
            @Nullable String stopped) {}

    public Status status() {
        Instant asOf = fold.asOf();
        Instant listed = asOf.equals(Instant.MIN) ? null : asOf;
        Interlock.Standing standing = say.interlock.standing();
        String stopped = standing.shadow() ? "this is a shadow: nothing is sent" : standing.words();
        return new Status(directory.isOpen(), problem(), listed, fold.isImplausible(), stopped);
    }

    /** How many are in each state. */
    public Map<State, Integer> census() {
        Map<State, Integer> people = new EnumMap<>(State.class);
        directory.snapshot().people().each(user -> {
            if (!user.isDeleted()) {
                people.merge(user.course().state(), 1, Integer::sum);
            }
        });
        return people;
    }

    /** Why nothing is known of the workspace yet, in words for an identity provider's administrator. */
    public String whyNotReady() {
        String problem = problem();
        return problem == null ? "the workspace has not been listed yet" : problem;
    }

    private @Nullable String problem() {
        String listing = watch.failure();
        return listing == null ? circuit.words() : listing;
    }

    /** Whether what the workspace said last of the bridge's credentials is no. */
    public boolean isRefusedAccess() {
        return circuit.isRefusingCredentials();
    }

    /** What only a hand can do in the workspace, the longest waiting first. */
    public List<HandTask> handTasks() {
        List<HandTask> tasks = new ArrayList<>();
        directory
                .snapshot()
                .people()
                .each(user -> HandTask.of(user, say.addresses).ifPresent(tasks::add));
        tasks.sort(Comparator.comparing(HandTask::since).thenComparing(HandTask::address));
        return tasks;
    }

    /** The next listing is right, however many people it lacks. */
    public void trustNextListing() {
        fold.trust();
    }
}
