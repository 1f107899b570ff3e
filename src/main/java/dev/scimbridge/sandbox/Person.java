package dev.scimbridge.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody, as they are for a while.
 *
 * @param uid empty until they sign up for the first time; someone disabled and invited again still has the old one,
 *     though no listing shows it
 */
record Person(String email, String name, String accountType, Standing standing, Optional<String> uid) {

    static Person invited(String email, String accountType) {
        return new Person(email, nameOf(email), accountType, Standing.INVITED, Optional.empty());
    }

    Person as(Standing other) {
        return new Person(email, name, accountType, other, uid);
    }

    Person of(String otherType) {
        return new Person(email, name, otherType, standing, uid);
    }

    Person at(String otherEmail) {
        return new Person(otherEmail, name, accountType, standing, uid);
    }

    Person called(String otherName) {
        return new Person(email, otherName, accountType, standing, uid);
    }

    Person signedUp(String freshUid) {
        return new Person(email, name, accountType, Standing.ACTIVE, Optional.of(uid.orElse(freshUid)));
    }

    boolean is(Standing other) {
        return standing == other;
    }

    static String nameOf(String email) {
        String local = email.substring(0, email.indexOf('@'));
        return Arrays.stream(local.split("[._-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
