package dev.scimbridge.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What stands behind the schema during one call: the people themselves, or a part somebody wrote for the workspace to play.
 *
 * @param verdict what is answered instead of doing anything
 */
record Script(Optional<Verdict> verdict, Function<Command, Verdict> commands, Supplier<Roster> listing) {

    static Script honest(People people) {
        return new Script(Optional.empty(), people::ask, people::roster);
    }

    static Script fixed(Verdict verdict) {
        return new Script(Optional.of(verdict), command -> verdict, () -> new Roster(List.of(), List.of()));
    }

    Script withCommands(Function<Command, Verdict> others) {
        return new Script(verdict, others, listing);
    }

    Script listingOnly(double fraction) {
        return new Script(verdict, commands, () -> listing.get().share(fraction));
    }
}
