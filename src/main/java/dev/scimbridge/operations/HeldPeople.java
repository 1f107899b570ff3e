package dev.scimbridge.operations;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.provisioning.HeldQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code held}: what the guards keep back, and what an operator says to it. */
public final class HeldPeople {
    private static final List<String> COLUMNS = List.of("address", "guard", "since", "asked", "by", "why");

    private final HeldQueue queue;
    private final Directory directory;

    public HeldPeople(HeldQueue queue, Directory directory) {
        this.queue = queue;
        this.directory = directory;
    }

    /** Who, by which guard, and what was asked. */
    public Report list(Parameters given) {
        String guard = given.find("guard");
        List<List<String>> rows = new ArrayList<>();
        for (User user : queue.all()) {
            Held held = user.held();
            if (held != null && (guard == null || held.guard().equals(guard))) {
                rows.add(row(user, held));
            }
        }
        return Report.table(rows.size() + " people are held", COLUMNS, rows);
    }

    private static List<String> row(User user, Held held) {
        return List.of(
                user.identity().address().toString(),
                held.guard(),
                held.since().toString(),
                asked(held.desired()),
                held.by() == null ? "" : held.by(),
                held.why());
    }

    private static String asked(Desired desired) {
        return desired.match(new Desired.Cases<>() {
            @Override
            public String active(Desired.Active wish) {
                return "active" + (wish.invitation() == null ? "" : " as " + wish.invitation());
            }

            @Override
            public String inactive() {
                return "inactive";
            }

            @Override
            public String deleted() {
                return "deleted";
            }
        });
    }

    /** Carries it out: for one person, or for everybody whom one guard holds. */
    public Report release(Parameters given) {
        String guard = guard(given);
        if (guard == null) {
            User user = person(directory, given.need("email"));
            Optional<Held> still = user.held() == null ? Optional.empty() : queue.release(user.id());
            if (still.isPresent()) {
                throw new Refusal(still.get().why() + ": make somebody else an ADMIN first");
            }
            return Report.saying(
                    user.held() == null
                            ? user.identity().address() + " is not held"
                            : user.identity().address() + " is released");
        }
        if (guard.equals(Guards.CONNECTION)) {
            return Report.saying(queue.releaseConnections() + " people are released");
        }
        Brake brake = Brake.of(guard);
        if (brake == null) {
            throw new Refusal("what " + guard + " holds is released one by one: held release EMAIL");
        }
        return Report.saying(queue.release(brake) + " people are released, and the " + guard + " counts anew from now");
    }

    /** Forgets it. */
    public Report reject(Parameters given) {
        String guard = guard(given);
        if (guard != null) {
            return Report.saying("what was asked of " + queue.rejectAll(guard) + " people is forgotten");
        }
        User user = person(directory, given.need("email"));
        queue.reject(user.id());
        return Report.saying(
                user.held() == null
                        ? user.identity().address() + " is not held"
                        : "what was asked of " + user.identity().address() + " is forgotten");
    }

    private static @Nullable String guard(Parameters given) {
        String guard = given.find("guard");
        if (guard == null) {
            return null;
        }
        List<String> all = Stream.concat(
                        Stream.of(Brake.values()).map(Brake::guard),
                        Stream.of(Guards.LAST_ADMIN, Guards.PROTECTED, Guards.CONNECTION))
                .collect(Collectors.toList());
        if (!all.contains(guard)) {
            throw new Refusal("there is no guard " + guard + "; there are " + String.join(", ", all));
        }
        if (given.find("email") != null) {
            throw new Refusal("say either an address or --guard");
        }
        return guard;
    }

    /** Who has this address. */
    static User person(Directory directory, String email) {
        Address address = Address.read(email);
        User user = address == null ? null : directory.snapshot().people().at(address);
        if (user == null) {
            throw new Refusal("nobody is known as " + email);
        }
        return user;
    }
}
