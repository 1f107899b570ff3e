package dev.scimbridge.story.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One thing that an identity provider does and what it must get. It is played live, and then again on the record of
 * that with one answer altered, which it has to notice.
 *
 * @param id as in the list of {@link Ids}
 * @param scene where it is played
 */
public record Case(String id, String title, Scene scene, Consumer<Talk> play, List<Wrong> wrongs) {

    /**
     * An answer that must be noticed.
     *
     * @param what is wrong with it
     */
    public record Wrong(String what, Pick pick, UnaryOperator<Answer> change) {}

    /** Which answer of a conversation. */
    public interface Pick {
        /** Its place in the list, -1 if there is none such. */
        int of(List<Exchange> said);
    }

    public static Case of(String id, String title, Consumer<Talk> play) {
        return new Case(id, title, Scene.SHARED, play, List.of());
    }

    public Case on(Scene other) {
        return new Case(id, title, other, play, wrongs);
    }

    /** The last answer of all altered. */
    public Case wrong(String what, UnaryOperator<Answer> change) {
        return wrong(what, Planted.last(), change);
    }

    public Case wrong(String what, Pick pick, UnaryOperator<Answer> change) {
        List<Wrong> more = new ArrayList<>(wrongs);
        more.add(new Wrong(what, pick, change));
        return new Case(id, title, scene, play, List.copyOf(more));
    }

    /** Plays it and gives what was said. */
    List<Exchange> live(LiveTalk talk) {
        play.accept(talk);
        return talk.said();
    }

    /** Fails unless the wrong answer, and it alone, makes the case fail. */
    void notices(Wrong wrong, List<Exchange> said) {
        List<Answer> answers =
                new ArrayList<>(said.stream().map(Exchange::answer).toList());
        play.accept(new ReplayedTalk(answers));
        int place = wrong.pick().of(said);
        Answer right = answers.get(place);
        Answer altered = wrong.change().apply(right);
        if (altered.equals(right)) {
            throw new IllegalStateException(id + ": " + wrong.what() + " alters nothing in " + right);
        }
        answers.set(place, altered);
        if (!fails(new ReplayedTalk(answers))) {
            throw new IllegalStateException(id + " does not notice: " + wrong.what() + " in " + altered);
        }
    }

    /** A failure that is no claim's, such as a broken pointer, goes through: it proves nothing. */
    private boolean fails(Talk talk) {
        try {
            play.accept(talk);
            return false;
        } catch (AssertionError noticed) {
            return true;
        }
    }
}
