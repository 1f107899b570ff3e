package dev.scimbridge.model;

import dev.scimbridge.model.Life.Said;
import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What an admin does at the workspace's own pages, and what people do with their invites. */
final class Hands {
    private static final String[] TYPES = {"BUSINESS", "DEVELOPER", "ANALYST"};

    /** A listing has shown what was wished, so that what a hand does from now on is news. */
    private static final Set<String> CALM = Set.of("settled", "waiting-for-signup", "armed", "drift", "unmanaged");

    /** Longer than any listing lags in a play. */
    private static final Duration LAG = Duration.ofSeconds(6);

    private final World world;
    private final Random random;

    Hands(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    String disable(Life life, boolean isCalm) {
        return there(life, "active")
                .map(person -> {
                    boolean calm = isCalm && isCalm(life);
                    world.control().disable(life.address);
                    life.unseen = new Fate.Out(false);
                    if (life.said == Said.ACTIVE) {
                        end(life, calm, life.unseen);
                    }
                    return "disabled by hand" + (calm ? "" : ", in a hurry");
                })
                .orElse("");
    }

    String enable(Life life, boolean isCalm) {
        return there(life, "disabled")
                .map(person -> {
                    boolean calm = isCalm && isCalm(life);
                    world.control().enable(life.address);
                    if (life.said == Said.ACTIVE) {
                        end(life, calm, new Fate.Member(null));
                    } else if (life.said == Said.DELETED) {
                        end(life, calm, new Fate.Left());
                    }
                    return "enabled by hand" + (calm ? "" : ", in a hurry");
                })
                .orElse("");
    }

    String changeRole(Life life, boolean isCalm) {
        return there(life, "active")
                .map(person -> {
                    String type = TYPES[random.nextInt(TYPES.length)];
                    boolean calm = isCalm && isCalm(life);
                    world.control().changeRole(life.address, type);
                    life.unseen = new Fate.Member(type);
                    if (life.said == Said.ACTIVE) {
                        end(life, calm, life.unseen);
                    }
                    return "made " + type + " by hand" + (calm ? "" : ", in a hurry");
                })
                .orElse("");
    }

    String invite(Life life, boolean isCalm) {
        Optional<Control.Person> there = world.control().find(life.address);
        if (there.isPresent() && !there.get().is("expired")) {
            return "";
        }
        boolean calm = isCalm && isCalm(life);
        life.invitedByHand = true;
        world.control().invite(life.address, TYPES[random.nextInt(TYPES.length)]);
        if (life.said == Said.ACTIVE) {
            life.may(new Fate.Member(null), new Fate.Out(false));
        } else if (life.said == Said.DELETED) {
            end(life, calm, new Fate.Left());
        }
        return "invited by hand" + (calm ? "" : ", in a hurry");
    }

    String revoke(Life life, boolean isCalm) {
        return there(life, "invited")
                .map(person -> {
                    boolean calm = isCalm && isCalm(life);
                    world.control().revoke(life.address);
                    life.unseen = new Fate.Out(false);
                    if (life.said == Said.ACTIVE) {
                        end(life, calm, life.unseen);
                    }
                    return "invite revoked" + (calm ? "" : ", in a hurry");
                })
                .orElse("");
    }

    String accept(Life life) {
        return there(life, "invited")
                .map(person -> {
                    world.control().accept(life.address);
                    return "signs up";
                })
                .orElse("");
    }

    String expire(Life life) {
        return there(life, "invited")
                .map(person -> {
                    world.control().expire(life.address);
                    return "lets the invite expire";
                })
                .orElse("");
    }

    private Optional<Control.Person> there(Life life, String standing) {
        return world.control().find(life.address).filter(person -> person.is(standing));
    }

    private boolean isCalm(Life life) {
        if (life.fates.size() > 1) {
            return false;
        }
        if (!life.isLive()) {
            return true;
        }
        if (!isShownCalm(life)) {
            return false;
        }
        // What a command did shows as soon as it is answered, and listings may lag: only what lasts has been listed.
        world.pass(LAG);
        world.settle();
        return isShownCalm(life);
    }

    private boolean isShownCalm(Life life) {
        Scim.Reply shown = world.scim().user(life.id);
        // An open invite of another type than is wished for is still to be changed.
        return CALM.contains(shown.state()) && !shown.bridge("reason").contains("becomes");
    }

    private static void end(Life life, boolean calm, Fate end) {
        if (calm) {
            life.turns(end);
        } else {
            life.may(end);
        }
    }
}
