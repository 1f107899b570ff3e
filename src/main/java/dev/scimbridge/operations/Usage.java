package dev.scimbridge.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command is said.
 *
 * @param name one or two words, for instance {@code held release}
 * @param meaning one line
 * @param changes whether it changes anything
 * @param arguments in the order in which they are said
 */
public record Usage(String name, String meaning, boolean changes, List<Argument> arguments) {
    public Usage {
        arguments = List.copyOf(arguments);
    }

    /** A command that only reads. */
    public static Usage reading(String name, String meaning, Argument... arguments) {
        return new Usage(name, meaning, false, List.of(arguments));
    }

    /** A command that changes something. */
    public static Usage changing(String name, String meaning, Argument... arguments) {
        return new Usage(name, meaning, true, List.of(arguments));
    }

    public String first() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** The second word, null if there is one only. */
    public @Nullable String second() {
        int space = name.indexOf(' ');
        return space < 0 ? null : name.substring(space + 1);
    }

    /** Where the management door has it, below {@code /operations/}. */
    public String path() {
        return name.replace(' ', '/');
    }

    /**
     * One argument.
     *
     * @param name as a parameter, lower case with hyphens
     */
    public record Argument(String name, String meaning, Sort sort) {
        /** A word by its place, which has to be said. */
        public static Argument word(String name, String meaning) {
            return new Argument(name, meaning, Sort.WORD);
        }

        /** A word by its place, which may be left out. */
        public static Argument maybe(String name, String meaning) {
            return new Argument(name, meaning, Sort.MAYBE);
        }

        /** {@code --name VALUE}. */
        public static Argument option(String name, String meaning) {
            return new Argument(name, meaning, Sort.OPTION);
        }

        /** {@code --name}. */
        public static Argument flag(String name, String meaning) {
            return new Argument(name, meaning, Sort.FLAG);
        }
    }

    /** How an argument is said. */
    public enum Sort {
        WORD,
        MAYBE,
        OPTION,
        FLAG
    }
}
