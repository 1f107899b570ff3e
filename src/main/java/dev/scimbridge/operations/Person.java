package dev.scimbridge.operations;

import dev.scimbridge.directory.People;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;

/** Somebody an operator means. */
final class Person {
    private Person() {}

    /**
     * The record of this address, else of this userName; the deleted too.
     *
     * @throws Refusal if there is none
     */
    static User meant(People people, String said) {
        User at = people.at(Address.of(said));
        User user = at == null ? people.named(said) : at;
        if (user == null) {
            throw new Refusal("nobody on record has the address " + said);
        }
        return user;
    }
}
