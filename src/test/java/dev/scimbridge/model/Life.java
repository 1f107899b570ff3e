package dev.scimbridge.model;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person of a play: what was last said of them, and how it may end. */
final class Life {
    /** What the identity provider last said, as far as it was told that it stands. */
    enum Said {
        NOTHING,
        ACTIVE,
        INACTIVE,
        DELETED
    }

    final String address;
    String id = "";
    Said said = Said.NOTHING;
    String title = "";
    Set<Fate> fates = Set.of(new Fate.Left());
    boolean invitedByHand;

    /** What a hand did that no listing has shown yet: a write meanwhile may be taken for true already. */
    @Nullable
    Fate unseen;

    Life(String address) {
        this.address = address;
    }

    boolean isLive() {
        return said == Said.ACTIVE || said == Said.INACTIVE;
    }

    /** A write that stands. */
    void stands(Said now, String marker, Fate end) {
        said = now;
        title = marker;
        fates = unseen == null || end instanceof Fate.Out ? Set.of(end) : new HashSet<>(List.of(end, unseen));
    }

    /** A hand did this after all that was said had been seen to be so. */
    void turns(Fate end) {
        fates = Set.of(end);
        unseen = end;
    }

    /** A hand did this while what was said may have been on its way still, and then that wins. */
    void may(Fate... ends) {
        Set<Fate> all = new HashSet<>(fates);
        all.addAll(List.of(ends));
        fates = all;
        unseen = ends[0];
    }

    /** Why it has not ended as it may; null if it has. */
    @Nullable
    String complaint(Scim scim, Control control) {
        List<Control.Person> lines = control.state().stream()
                .filter(person -> person.email().equalsIgnoreCase(address) && !person.is("removed"))
                .toList();
        Control.Person there = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        Scim.Reply shown = id.isEmpty() ? scim.named(address) : scim.user(id);
        if (fates.stream().noneMatch(fate -> fate.isMet(there, shown))) {
            return address + " may end as " + fates + ", is " + there + " and shown " + shown.status() + " "
                    + shown.body();
        }
        boolean kept = !isLive() || shown.body().path("title").asText().equals(title);
        return kept ? null : address + " lost title " + title + ", shown " + shown.body();
    }

    @Override
    public String toString() {
        return address + " " + said + " " + fates;
    }
}
