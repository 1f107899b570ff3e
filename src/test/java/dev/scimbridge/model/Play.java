package dev.scimbridge.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One play, made of one seed: some dozens of acts, then peace, in which everything must come true. */
public final class Play {
    private static final List<Duration> TIMES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(20),
            Duration.ofHours(3));

    /** Peace goes by ever faster: what was refused again and again is tried again after hours, an invite after a day. */
    private static final List<Duration> PEACE = List.of(
            Duration.ofSeconds(6),
            Duration.ofSeconds(40),
            Duration.ofMinutes(6),
            Duration.ofHours(1),
            Duration.ofHours(7),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1));

    /** In real time a round is half a second or so. */
    private static final int ROUNDS = 60;

    private final World world;
    private final Random random;
    private final IdentityProvider provider;
    private final Hands hands;
    private final Weather weather;
    private final List<Life> lives = new ArrayList<>();
    private final List<String> script = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();

    private int kills;

    private record Act(int weight, Supplier<String> deed) {}

    private Play(long seed, World world) {
        this.world = world;
        this.random = new Random(seed);
        this.provider = new IdentityProvider(world, random);
        this.hands = new Hands(world, random);
        this.weather = new Weather(world, random);
        for (String name : List.of("ann", "bob", "cid", "dee")) {
            lives.add(new Life(name + "@acme.io"));
        }
        provide();
        happen();
    }

    /**
     * Plays it; an AssertionError has the script if it does not end as it must.
     *
     * @return how often the bridge was killed
     */
    public static int of(long seed, World world) {
        Play play = new Play(seed, world);
        try {
            play.play();
            return play.kills;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "\n" + String.join("\n", play.script) + "\n"
                            + world.control().log(),
                    e);
        }
    }

    private void provide() {
        acts.add(new Act(8, () -> {
            Life life = anyone();
            return life.address + " " + provider.create(life, isFatal());
        }));
        acts.add(new Act(6, () -> someone(life -> provider.role(life, isFatal()))));
        acts.add(new Act(6, () -> someone(life -> provider.activate(life, false, isFatal()))));
        acts.add(new Act(4, () -> someone(life -> provider.activate(life, true, isFatal()))));
        acts.add(new Act(3, () -> someone(life -> provider.delete(life, isFatal()))));
        acts.add(new Act(2, () -> someone(provider::echo)));
    }

    private void happen() {
        acts.add(new Act(10, () -> everyone(hands::accept)));
        acts.add(new Act(2, () -> everyone(hands::expire)));
        acts.add(new Act(2, () -> everyone(life -> hands.disable(life, isCalm()))));
        acts.add(new Act(2, () -> everyone(life -> hands.enable(life, isCalm()))));
        acts.add(new Act(2, () -> everyone(life -> hands.changeRole(life, isCalm()))));
        acts.add(new Act(1, () -> everyone(life -> hands.invite(life, isCalm()))));
        acts.add(new Act(1, () -> everyone(life -> hands.revoke(life, isCalm()))));
        acts.add(new Act(6, weather::storm));
        acts.add(new Act(2, weather::turn));
        acts.add(new Act(4, weather::clear));
        acts.add(new Act(6, this::linger));
        acts.add(new Act(1, () -> {
            kills++;
            world.crash();
            return "killed";
        }));
        acts.add(new Act(1, () -> {
            world.restart();
            return "restarted";
        }));
    }

    private void play() {
        // A second invite would show, and so would one for somebody who has been disabled.
        world.control().knob("reinvite-open", "duplicated");
        world.control().knob("invite-disabled", random.nextBoolean() ? "ok" : "refused");
        int total = acts.stream().mapToInt(Act::weight).sum();
        int many = 25 + random.nextInt(20);
        for (int i = 0; i < many; i++) {
            int at = random.nextInt(total);
            int next = 0;
            while (at >= acts.get(next).weight) {
                at -= acts.get(next++).weight;
            }
            String line = acts.get(next).deed.get();
            script.add(line);
            checkInvites();
        }
        script.add(weather.clear());
        checkPeace();
    }

    private String linger() {
        Duration time = TIMES.get(random.nextInt(TIMES.size()));
        world.pass(time);
        return time + " go by";
    }

    private void checkPeace() {
        List<String> complaints = List.of();
        for (int i = 0; i < ROUNDS; i++) {
            world.pass(PEACE.get(Math.min(i, PEACE.size() - 1)));
            world.settle();
            checkInvites();
            complaints = lives.stream().flatMap(this::complaint).toList();
            if (complaints.isEmpty()) {
                return;
            }
        }
        throw new AssertionError(String.join("\n", complaints));
    }

    private Stream<String> complaint(Life life) {
        String complaint = life.complaint(world.scim(), world.control());
        return complaint == null
                ? Stream.empty()
                : Stream.of(complaint + (life.id.isEmpty() ? "" : "\n" + world.history(life.id)));
    }

    /** A second open invite beside the first would be the bridge's doing, unless a hand has invited too. */
    private void checkInvites() {
        Map<String, Long> open = world.control().state().stream()
                .filter(person -> person.is("invited"))
                .collect(Collectors.groupingBy(
                        person -> person.email().toLowerCase(Locale.ROOT), Collectors.counting()));
        for (Life life : lives) {
            if (open.getOrDefault(life.address, 0L) > 1 && !life.invitedByHand) {
                throw new AssertionError(life.address + " has been invited twice");
            }
        }
    }

    private boolean isFatal() {
        boolean fatal = random.nextInt(world.deadliness()) == 0;
        kills += fatal ? 1 : 0;
        return fatal;
    }

    /** What a hand does is news only once all that was wished before has been seen to be so. */
    private boolean isCalm() {
        if (!weather.isFair() || random.nextInt(4) == 0) {
            return false;
        }
        world.pass(Duration.ofSeconds(6));
        world.settle();
        world.settle();
        lives.forEach(life -> life.unseen = null);
        return true;
    }

    private Life anyone() {
        return lives.get(random.nextInt(lives.size()));
    }

    private String everyone(Function<Life, String> deed) {
        Life life = anyone();
        try {
            return life.address + " " + deed.apply(life);
        } catch (IllegalStateException e) {
            // The bridge has been there between the look and the hand.
            return life.address + " too late, " + e.getMessage();
        }
    }

    /** Somebody whom the identity provider has. */
    private String someone(Function<Life, String> deed) {
        List<Life> live = lives.stream().filter(Life::isLive).toList();
        if (live.isEmpty()) {
            return "nobody to write to";
        }
        Life life = live.get(random.nextInt(live.size()));
        return life.address + " " + deed.apply(life);
    }
}
