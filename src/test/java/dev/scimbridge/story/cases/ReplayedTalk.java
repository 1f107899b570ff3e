package dev.scimbridge.story.cases;

import dev.scimbridge.sandbox.Control;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Gives recorded answers in their order, whatever is said. */
final class ReplayedTalk implements Talk {
    private final Iterator<Answer> answers;

    ReplayedTalk(List<Answer> answers) {
        this.answers = answers.iterator();
    }

    @Override
    public List<Answer> together(List<Request> requests) {
        return requests.stream().map(request -> answers.next()).toList();
    }

    @Override
    public Answer until(Request request, Predicate<Answer> wanted) {
        return answers.next();
    }

    @Override
    public Answer log() {
        return answers.next();
    }

    @Override
    public void behind(Consumer<Control> hand) {
        // What people did is in the answers.
    }
}
