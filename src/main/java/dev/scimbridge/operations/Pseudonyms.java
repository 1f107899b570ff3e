package dev.scimbridge.operations;

import dev.scimbridge.store.Facts;
import dev.scimbridge.store.Mentions;
import dev.scimbridge.store.Seal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names in place of people, ids and addresses: the same for the same one in every export of a store, and nobody's who
 * has not its key.
 */
record Pseudonyms(String key) {
    static final String FACT = "pseudonym-key";
    private static final int KEY_BYTES = 32;
    private static final int LENGTH = 16;
    private static final Pattern ID =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

    /** With the key that is kept, or the first one. */
    static Pseudonyms kept(Facts facts) {
        String kept = facts.find(FACT);
        if (kept == null) {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            kept = HexFormat.of().formatHex(bytes);
            facts.put(FACT, kept);
        }
        return new Pseudonyms(kept);
    }

    /** Of a SCIM id. */
    String person(String id) {
        return "id-" + hash("id " + id);
    }

    /** These words with another name for each address and each id in them. */
    String words(String words) {
        String nameless = Mentions.replaced(words, address -> "address-" + hash("address " + address));
        return ID.matcher(nameless).replaceAll(id -> person(id.group()));
    }

    /** Keyed twice, as HMAC does, so that nothing can be added to what was hashed. */
    private String hash(String value) {
        String inner = new Seal().over(key).over(value).hex();
        return new Seal().over(key).over(inner).hex().substring(0, LENGTH);
    }
}
