package dev.scimbridge.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How every knob stands. A value: turning one gives another. */
public final class Knobs {
    private final Map<Knob<?>, Object> turned;

    private Knobs(Map<Knob<?>, Object> turned) {
        this.turned = turned;
    }

    /** None of them turned. */
    public static Knobs usual() {
        return new Knobs(Map.of());
    }

    /** What this knob is turned to. */
    @SuppressWarnings("unchecked") // only with() puts values in, and it puts in a T for a Knob<T>
    public <T> T at(Knob<T> knob) {
        return (T) turned.getOrDefault(knob, knob.usual());
    }

    /** The same with one knob turned. */
    public <T> Knobs with(Knob<T> knob, T value) {
        Map<Knob<?>, Object> next = new HashMap<>(turned);
        next.put(knob, value);
        return new Knobs(Map.copyOf(next));
    }

    /** The same with one knob turned to what the word means. */
    public Knobs with(String name, String word) {
        return read(Knob.named(name), word);
    }

    private <T> Knobs read(Knob<T> knob, String word) {
        return with(knob, knob.read(word));
    }

    /** Every knob's name and the word for how it stands. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        Knob.ALL.forEach(knob -> words.put(knob.name(), Knob.word(at(knob))));
        return words;
    }
}
