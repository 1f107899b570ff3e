package dev.scimbridge.store.contract;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Tally;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes records at random, from a seed, in every form a record can have. */
public final class Strangers {
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "{brace",
            "Zoë",
            "O'Brien; DROP TABLE people",
            "两 words",
            "line\nbreak",
            "100 %+",
            "👩‍💻",
            "?",
            "007",
            "-1",
            "-",
            "1e3",
            "36893488147419103232");

    private final Random random;
    private int count;

    public Strangers(long seed) {
        random = new Random(seed);
    }

    public User next() {
        Address address = Address.of("p" + count++ + "@" + pick("acme.io", "bücher.example", "x"));
        return new User(
                Identity.mint(Cast.NAMESPACE, address, random.nextInt(4)),
                new Said(
                        Document.ofStored("{\"displayName\":\"" + count + "\"}"), maybe(this::word), maybe(this::word)),
                maybe(this::wish),
                maybe(() -> new Held(desired(), word(), word(), time(), maybe(UUID::randomUUID))),
                new Observation(observed(), random.nextBoolean(), maybe(this::trace)),
                new Account(maybe(this::word), maybe(this::word), maybe(this::word)),
                new Course(pick(State.values()), word(), time(), maybe(this::time)),
                new Meta(1, random.nextInt(50), random.nextLong(), time(), time()));
    }

    private Wish wish() {
        return new Wish(desired(), random.nextBoolean(), time(), tally(), tally());
    }

    private Desired desired() {
        return switch (random.nextInt(3)) {
            case 0 -> new Desired.Active(maybe(this::type), maybe(this::type));
            case 1 -> new Desired.Inactive();
            default -> new Desired.Deleted();
        };
    }

    private Observed observed() {
        return switch (random.nextInt(6)) {
            case 0 -> new Observed.Unknown();
            case 1 -> new Observed.Absent();
            case 2 -> new Observed.Invited(type());
            case 3 -> new Observed.Expired(type());
            case 4 -> new Observed.Gone();
            default -> new Observed.Active(uids(), type());
        };
    }

    private List<String> uids() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> pick("a1b2", "", "with space", "100%+"))
                .toList();
    }

    private Trace trace() {
        Trace.End end =
                new Trace.End(pick(Trace.Ending.values()), maybe(this::word), random.nextLong(Long.MAX_VALUE), time());
        return new Trace(command(), end, random.nextBoolean(), random.nextInt(9), time());
    }

    public Command command() {
        return switch (random.nextInt(3)) {
            case 0 -> new Command.Invite(Address.of(word() + "@x"), type());
            case 1 -> new Command.ChangeAccountType(word(), type(), type());
            default -> new Command.Disable(word());
        };
    }

    private Tally tally() {
        return new Tally(random.nextInt(5), maybe(this::time), maybe(this::time));
    }

    private AccountType type() {
        return pick(AccountType.ADMIN, AccountType.DEVELOPER, AccountType.of("read only é"));
    }

    /** To the microsecond, as every store keeps it; before 1970 too. */
    private Instant time() {
        return Cast.NOON.plusNanos(1_000L * random.nextLong(-4_000_000_000_000_000L, 4_000_000_000_000_000L));
    }

    private String word() {
        return pick(WORDS.toArray(String[]::new));
    }

    private <T> T maybe(Supplier<T> some) {
        return random.nextInt(3) == 0 ? null : some.get();
    }

    @SafeVarargs
    private <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }
}
