package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Trace.Ending;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.provisioning.Steps.Next;
import dev.scimbridge.store.Claims.Claim;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Instant;

/** The transaction after a lever: what came of it. */
final class Conclusion {
    private final Register register;
    private final Circuit circuit;
    private final Ends ends;

    Conclusion(Register register, Circuit circuit, Ends ends) {
        this.register = register;
        this.circuit = circuit;
        this.ends = ends;
    }

    Next conclude(Transaction tx, Claim claim, Answer<Done> answer) {
        tx.claims().drop(claim.person());
        User intent = tx.intents().find(claim.person());
        User user = intent == null ? tx.people().find(claim.person()) : intent;
        if (user == null) {
            return Next.NOTHING;
        }
        Trace trace = ends.of(claim, user, answer, tx.revision(), register.now());
        Ending ending = trace.end().ending();
        User next = concluded(user, trace);
        Entry.Words words = new Entry.Words(null, null, claim.command().toString(), Ends.words(trace), null);
        tx.record(new Entry(register.now(), "step", Entry.By.BRIDGE, next.id(), words));
        boolean told = intent != null && ending == Ending.REFUSED && !circuit.isRefusingEverybody();
        if (told) {
            tx.intents().put(next);
            return Next.looking();
        }
        User saved = intent == null ? register.save(tx, user, next) : register.promote(tx, next);
        Instant due = saved.course().due();
        boolean again = due != null && !due.isAfter(register.now());
        return new Next(null, false, again, intent == null ? null : saved, null);
    }

    private User concluded(User user, Trace trace) {
        Observation observation = user.observation().ended(trace);
        Wish wish = user.wish();
        if (wish == null) {
            return user.observed(observation);
        }
        boolean done = trace.end().ending() == Ending.DONE;
        Wish had = done ? wish.having(trace.command(), trace.end().at()) : wish;
        return user.observed(observation).wishing(had.open().seeing(observation));
    }
}
