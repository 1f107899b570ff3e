package dev.scimbridge.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pure rule: from what is desired and what is observed, the one next step. Each of the three rows below reads as a
 * row of a table whose columns are the cases of {@link Observed}; asked again after every step, it comes to rest in at
 * most three commands between two acts of the world.
 */
public final class Planner {
    /** A Disable in doubt is repeated without a look when none has succeeded for so long. */
    private static final Duration BLIND = Duration.ofMinutes(5);

    /** A state that was set so often in a day and is still not listed is not set again until the next. */
    private static final int SETS_A_DAY = 3;

    private final Policy policy;

    public Planner(Policy policy) {
        this.policy = policy;
    }

    /**
     * What an operator decides.
     *
     * @param inviteBudget how often an invite is sent again for one wish
     * @param inviteGap the least time between two of these, the first excepted
     * @param settling after this time what a command did shows in a listing
     * @param enforce whether a difference made in the workspace is set right, instead of only reported
     */
    public record Policy(int inviteBudget, Duration inviteGap, Duration settling, boolean enforce) {}

    /** The next step for a person nobody has written to over SCIM: none, ever. */
    public static Step unmanaged() {
        return rest(State.UNMANAGED, "found in the workspace; no identity provider has written to them");
    }

    public Step next(Wish wish, Observation observation, Address address, Instant now) {
        Observed.Cases<Step> row = wish.desired().match(new Desired.Cases<>() {
            @Override
            public Observed.Cases<Step> active(Desired.Active desired) {
                Member member = new Member(wish, desired, observation, address, now);
                return wish.fulfilled() && !policy.enforce ? new Drifting(member) : member;
            }

            @Override
            public Observed.Cases<Step> inactive() {
                return new Leaver(wish, observation, now);
            }

            @Override
            public Observed.Cases<Step> deleted() {
                return new Leaver(wish, observation, now);
            }
        });
        return patiently(observation.believed().match(row), observation, now);
    }

    /** A command that has just failed waits its turn; one the workspace will never carry out needs a hand. */
    private static Step patiently(Step step, Observation observation, Instant now) {
        Trace last = observation.last();
        if (!(step instanceof Step.Act act) || last == null || !last.command().equals(act.command())) {
            return step;
        }
        if (last.isRefusal()
                && act.command() instanceof Command.Invite
                && observation.state() instanceof Observed.Gone) {
            return rest(
                    State.NEEDS_HAND,
                    "they were disabled in the workspace, which refuses to invite them again ("
                            + last.end().words() + "): enable them in the workspace by hand");
        }
        if (last.tries() == 0 || !now.isBefore(last.notBefore())) {
            return step;
        }
        return last.isRefusal()
                ? new Step.Rest(
                        State.REFUSED, "the workspace refused: " + last.end().words(), last.notBefore())
                : new Step.Rest(State.PENDING, "not done yet: " + last.end().words(), last.notBefore());
    }

    private Step look(Observation observation, Instant now) {
        Trace last = observation.last();
        if (last == null) {
            return new Step.Look(now, "no listing of the workspace has been seen yet");
        }
        return new Step.Look(
                last.end().at().plus(last.patience(policy.settling)),
                "looking whether " + last.command() + " happened: " + last.end().words());
    }

    /** What was answered ok often enough and is still not so; null if it may be done again. */
    private static @Nullable Step spent(Wish wish, String done, String listed, Instant now) {
        Tally sets = wish.setsWithinADayOf(now);
        Instant first = sets.first();
        if (sets.times() < SETS_A_DAY || first == null) {
            return null;
        }
        String why = done + " " + sets.times() + " times within a day and still listed as " + listed;
        return new Step.Rest(State.HELD, why, first.plus(Duration.ofDays(1)));
    }

    private static Step rest(State state, String why) {
        return new Step.Rest(state, why, null);
    }

    /** Row: active as T, work. */
    private final class Member implements Observed.Cases<Step> {
        private final Wish wish;
        private final Desired.Active desired;
        private final Observation observation;
        private final Address address;
        private final Instant now;

        Member(Wish wish, Desired.Active desired, Observation observation, Address address, Instant now) {
            this.wish = wish;
            this.desired = desired;
            this.observation = observation;
            this.address = address;
            this.now = now;
        }

        @Override
        public Step unknown() {
            return look(observation, now);
        }

        @Override
        public Step absent() {
            Instant invited = wish.invites().last();
            if (invited == null) {
                return invite("not in the workspace yet");
            }
            // Answered ok, never listed. The listing may lag, so it is sent again only after the long gap.
            return again(invited.plus(policy.inviteGap), "the invite was answered ok but no listing shows it");
        }

        @Override
        public Step invited(Observed.Invited invite) {
            AccountType said = desired.type();
            String then = said == null || said.equals(invite.type())
                    ? ""
                    : "; becomes " + said
                            + " then, or at once if the invite, which cannot be changed, is revoked by hand";
            return rest(State.WAITING_FOR_SIGNUP, "invited as " + invite.type() + ", waiting for the sign-up" + then);
        }

        @Override
        public Step expired(Observed.Expired invite) {
            Instant sent = wish.invites().last();
            Instant next = sent == null || wish.invites().times() == 1 ? now : sent.plus(policy.inviteGap);
            return again(next, "the invite has expired");
        }

        @Override
        public Step active(Observed.Active account) {
            AccountType said = desired.type();
            if (said == null || said.equals(account.type())) {
                return rest(State.SETTLED, "as desired");
            }
            Step spent = spent(wish, "changed to " + said, account.type().value(), now);
            if (spent != null) {
                return spent;
            }
            return new Step.Act(
                    new Command.ChangeAccountType(account.uid(), account.type(), said),
                    "is " + account.type() + ", desired " + said);
        }

        @Override
        public Step gone() {
            if (wish.invites().times() > 0) {
                return rest(
                        State.NEEDS_HAND,
                        "they were in the workspace before and have been invited again without effect: "
                                + "enable them in the workspace by hand");
            }
            return invite("was in the workspace before and is desired again");
        }

        private Step again(Instant notBefore, String why) {
            if (wish.invites().times() > policy.inviteBudget) {
                return rest(
                        State.NEEDS_HAND,
                        why + " and has been sent again " + policy.inviteBudget
                                + " times: speak to them, or write to them again from the identity provider");
            }
            return now.isBefore(notBefore) ? new Step.Rest(State.PENDING, why, notBefore) : invite(why);
        }

        private Step invite(String why) {
            AccountType type = desired.invitation();
            return type == null
                    ? rest(State.HELD, "nothing says which account type to invite them with")
                    : new Step.Act(new Command.Invite(address, type), why);
        }
    }

    /** Row: active as T, fulfilled. Only an expired invite is acted on; anything else was done by someone there. */
    private static final class Drifting implements Observed.Cases<Step> {
        private final Member member;

        Drifting(Member member) {
            this.member = member;
        }

        @Override
        public Step unknown() {
            return member.unknown();
        }

        @Override
        public Step absent() {
            return gone();
        }

        @Override
        public Step invited(Observed.Invited invite) {
            return member.invited(invite);
        }

        @Override
        public Step expired(Observed.Expired invite) {
            return member.expired(invite);
        }

        @Override
        public Step active(Observed.Active account) {
            @Nullable AccountType said = member.desired.type();
            return said == null || said.equals(account.type())
                    ? member.active(account)
                    : rest(State.DRIFT, "changed in the workspace to " + account.type() + ", desired " + said);
        }

        @Override
        public Step gone() {
            return rest(State.DRIFT, "disabled or removed in the workspace, desired active");
        }
    }

    /** Row: inactive or deleted. */
    private final class Leaver implements Observed.Cases<Step> {
        private final Wish wish;
        private final Observation observation;
        private final Instant now;

        Leaver(Wish wish, Observation observation, Instant now) {
            this.wish = wish;
            this.observation = observation;
            this.now = now;
        }

        @Override
        public Step unknown() {
            Trace last = observation.last();
            if (last != null
                    && last.command() instanceof Command.Disable
                    && !now.isBefore(last.end().at().plus(BLIND))) {
                return new Step.Act(last.command(), "no listing has answered for " + BLIND.toMinutes() + " minutes");
            }
            return look(observation, now);
        }

        @Override
        public Step absent() {
            return rest(State.SETTLED, "not in the workspace");
        }

        @Override
        public Step invited(Observed.Invited invite) {
            return rest(
                    State.ARMED,
                    "an open invite can only be revoked by hand; should they sign up, they are disabled that moment");
        }

        @Override
        public Step expired(Observed.Expired invite) {
            return rest(State.SETTLED, "their invite has expired; should they still sign up, they are disabled");
        }

        @Override
        public Step active(Observed.Active account) {
            Step spent = spent(wish, "disabled", "active", now);
            if (spent != null) {
                return spent;
            }
            return new Step.Act(new Command.Disable(account.uid()), "is active and must not be");
        }

        @Override
        public Step gone() {
            return rest(State.SETTLED, "not in the workspace any more");
        }
    }
}
