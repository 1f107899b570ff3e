package dev.scimbridge.operations;

import static dev.scimbridge.operations.Usage.changing;
import static dev.scimbridge.operations.Usage.reading;

import dev.scimbridge.operations.Usage.Argument;
import java.util.List;

/** All commands there are: the one table behind the management door, the command line and the handbook. */
public final class Manual {
    public static final Usage PEOPLE = reading(
            "people",
            "everybody on record, or those in one state",
            Argument.option("state", "for instance held, needs-hand, pending"));

    public static final Usage EXPLAIN = reading(
            "explain",
            "what was asked, called and seen of one person, and how they stand now",
            Argument.word("email", "their address"));

    public static final Usage AUDIT_VERIFY = reading(
            "audit verify",
            "whether every entry of the audit is still as it was written",
            Argument.option("file", "an export to be verified instead; no bridge needs to run"));

    public static final Usage AUDIT_EXPORT = reading(
            "audit export",
            "the whole audit as JSON lines",
            Argument.flag("pseudonymised", "with other names in place of people, ids and addresses"));

    public static final Usage AUDIT_LEAVERS = reading(
            "audit leavers", "who was to leave, who asked, and the proof that they have left; the open ones first");

    public static final Usage AUDIT_ERASE = changing(
            "audit erase",
            "forgets somebody who was deleted and has left the workspace",
            Argument.word("email", "their address"));

    public static final Usage AUDIT_PRUNE = changing(
            "audit prune",
            "forgets the oldest entries of the audit",
            Argument.option("before", "the day, or the moment, from which on they are kept"));

    private static final Argument GUARD = Argument.option("guard", "all of one guard, for instance leaver-brake");

    public static final Usage HELD = reading("held", "what the guards keep back, and why", GUARD);
    public static final Usage HELD_RELEASE = changing(
            "held release",
            "carry out what is held of one person, or release a guard with all it holds",
            Argument.maybe("email", "whose"),
            GUARD);
    public static final Usage HELD_REJECT = changing(
            "held reject",
            "forget what is held of one person, or of all whom a guard holds",
            Argument.maybe("email", "whose"),
            GUARD);

    public static final Usage CONNECTIONS = reading("connections", "to which token's connection people belong");
    public static final Usage CONNECTIONS_HANDOVER = changing(
            "connections handover",
            "make everybody of one connection, or one person, belong to another; what that one asked of them is done",
            Argument.word("from", "the connection they belong to"),
            Argument.word("to", "the one they are to belong to"),
            Argument.maybe("email", "only this person"));

    public static final Usage PAUSE = changing(
            "pause",
            "change nothing in the workspace until resume; writes are accepted and wait",
            Argument.flag("except-leavers", "leavers are still taken out"));
    public static final Usage RESUME = changing("resume", "end a pause: what waited is done now");

    public static final Usage PLAN =
            reading("plan", "the steps that would be taken now, what would hold them, and what keeps them back");
    public static final Usage PLAN_CONFIRM = changing(
            "plan confirm",
            "carry the plan out: after a shadow, a restored backup, or on another workspace",
            Argument.word("number", "how many steps it has, as plan says"));

    public static final Usage HAND = reading(
            "people hand", "what only a hand can do in the workspace: enable, rename, revoke or change an invite");

    public static final Usage PLAN_REAPPLY = changing(
            "plan reapply",
            "whom changed rules of account types would give another one; nobody is touched without --confirm",
            Argument.option("confirm", "how many there are: they are given it now"));
    public static final Usage REPORT = reading(
            "people report",
            "before going live: who is in the workspace and who has been asked for, twins, admins at risk");
    public static final Usage BELIEVE = changing(
            "people believe", "the next listing is right, however many it lacks; only after one that was not believed");

    /** In the order in which they are explained. */
    public static final List<Usage> ALL = List.of(
            PEOPLE,
            HAND,
            EXPLAIN,
            AUDIT_VERIFY,
            AUDIT_EXPORT,
            AUDIT_LEAVERS,
            AUDIT_ERASE,
            AUDIT_PRUNE,
            HELD,
            HELD_RELEASE,
            HELD_REJECT,
            CONNECTIONS,
            CONNECTIONS_HANDOVER,
            PAUSE,
            RESUME,
            PLAN,
            PLAN_CONFIRM,
            PLAN_REAPPLY,
            REPORT,
            BELIEVE);

    private Manual() {}
}
