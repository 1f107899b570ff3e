package dev.scimbridge.directory;

import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.directory.Listed.Place;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account types that may be granted, the highest first, as resources that clients can read: Okta offers them as
 * roles and as entitlements. The id is what {@code roles} and {@code entitlements} of a user take as value.
 */
public final class Catalogue {
    private static final UUID ANY = new UUID(0, 0);

    private final ResourceSchema schema;
    private final List<AccountType> granted;
    private final Listed<AccountType> listed;

    /** As resources of this schema. */
    public Catalogue(AccountTypeRules rules, ResourceSchema schema) {
        this.schema = schema;
        this.granted = rules.granted();
        Listed<AccountType> types = Listed.empty(type -> new Place(granted.indexOf(type), ANY));
        for (AccountType type : granted) {
            types = types.moved(null, type);
        }
        this.listed = types;
    }

    public ResourceSchema schema() {
        return schema;
    }

    /** The type of this id, which is the workspace's own word; null if it is none or cannot be granted. */
    public @Nullable AccountType find(String id) {
        return granted.stream()
                .filter(type -> type.value().equals(id))
                .findFirst()
                .orElse(null);
    }

    public Page<AccountType> find(Query query) {
        return listed.find(query, new Asking<>(type -> document(type, Locations.NONE), type -> 0, null));
    }

    /** The whole resource. */
    public Document document(AccountType type, Locations at) {
        Document meta = Document.EMPTY.with("resourceType", schema.name());
        String location = at.of(schema.endpoint(), type.value());
        Document shown = Document.EMPTY
                .with("id", type.value())
                .with("displayName", Presentation.display(type))
                .with("description", description(type))
                .with("meta", location == null ? meta : meta.with("location", location));
        return schema.equals(ResourceSchema.ENTITLEMENT) ? shown.with("type", schema.name()) : shown;
    }

    private static String description(AccountType type) {
        String gives = "Gives a person the account type " + type + " in the workspace";
        return type.isPrivileged() ? gives + ", which is a privileged one." : gives + ".";
    }
}
