package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.store.Upkeep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Forgets one person who has left for good: what the record and the audit chain say of them. The id and its generation
 * stay, deleted, so that nobody else is ever given them.
 */
public final class Erasing {
    private final Store store;
    private final Register register;

    Erasing(Store store, Register register) {
        this.store = store;
        this.register = register;
    }

    /**
     * What became of it.
     *
     * @param entries how many entries of the chain were emptied
     * @param refusal why nothing was done, null if it was
     */
    public record Erased(int entries, @Nullable String refusal) {}

    /** Everybody who has or had this address is meant, and none of them is erased while one of them is still here. */
    public CompletionStage<Erased> erase(Address address, Entry.By by) {
        return store.write(tx -> {
            List<User> people = all(tx, address);
            String refusal = refusal(tx, address, people);
            if (refusal != null) {
                return new Erased(0, refusal);
            }
            int entries = 0;
            for (User user : people) {
                entries += erase(tx, user, by);
            }
            return new Erased(entries, null);
        });
    }

    private static List<User> all(Transaction tx, Address address) {
        List<User> people = new ArrayList<>(tx.people().at(address));
        for (User named : tx.people().named(address.value())) {
            if (people.stream().noneMatch(each -> each.id().equals(named.id()))) {
                people.add(named);
            }
        }
        return people;
    }

    private static @Nullable String refusal(Transaction tx, Address address, List<User> people) {
        if (people.isEmpty()) {
            return "nobody on record has or had the address " + address;
        }
        for (User user : people) {
            if (!tx.intents().at(user.identity().address()).isEmpty()
                    || tx.intents().find(user.id()) != null) {
                return address + " is just being written to: try again when that is done";
            }
            if (user.isManaged() && !user.isDeleted()) {
                return address + " is still managed (" + user.course().state().word()
                        + "): delete them over SCIM first";
            }
            Observed seen = user.observation().believed();
            if (!(seen instanceof Observed.Gone || seen instanceof Observed.Absent)) {
                return address + " is not known to have left the workspace (" + Words.of(seen)
                        + "): erase them when a listing shows that they have";
            }
        }
        return null;
    }

    private int erase(Transaction tx, User user, Entry.By by) {
        Set<Address> addresses = addresses(user);
        Identity identity = user.identity();
        // Still one of a kind, as the store wants it, and no address of anybody.
        Address nobody = new Address("erased " + identity.id());
        Wish wish = Wish.fulfilled(new Desired.Deleted(), register.now());
        User erased = new User(
                new Identity(identity.id(), identity.generation(), nobody),
                Said.NOTHING,
                wish,
                null,
                Observation.ABSENT,
                Account.NONE,
                user.course(),
                user.meta());
        register.save(tx, user, erased);
        return tx.upkeep().erase(user.id(), addresses, new Upkeep.Order(register.now(), by));
    }

    /** All by which they were known. */
    private static Set<Address> addresses(User user) {
        Document said = user.said().document();
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(user.identity().address().value());
        texts.add(user.account().email());
        texts.add(said.text("userName"));
        said.elements("emails").forEach(each -> texts.add(each.text("value")));
        Set<Address> addresses = new HashSet<>();
        for (String text : texts) {
            Address address = Address.read(text);
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }
}
