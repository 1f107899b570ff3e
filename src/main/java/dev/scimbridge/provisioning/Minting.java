package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Identity;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.Transaction;
import java.util.UUID;

/** Ids that nobody has or had: also not somebody whose record no longer says by which address they were known. */
final class Minting {
    private Minting() {}

    /**
     * The first identity of this address that is free.
     *
     * @param from the first generation that may be
     */
    static Identity mint(Transaction tx, UUID namespace, Address address, int from) {
        Identity identity = Identity.mint(namespace, address, from);
        return tx.people().find(identity.id()) == null ? identity : mint(tx, namespace, address, from + 1);
    }
}
