package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.ResourceTypeResource.SchemaExtension;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.UserResource;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of resource is, such as a User or a Group: a core schema, its extensions, and the common attributes of RFC 7643, 3.1, found
 * without regard to case, by bare or URN-qualified name (RFC 7644, 3.10). A bare name that the core does not have is
 * looked for in the enterprise extension: Entra says {@code manager} and {@code department} so.
 */
public final class ResourceSchema {
    /** The URN of {@link Definitions#bridge() what the bridge says} about a person. */
    public static final String BRIDGE_USER = Definitions.BRIDGE;

    public static final String ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    public static final ResourceSchema USER = new ResourceSchema(
            "/Users",
            Definitions.of(UserResource.class),
            List.of(Definitions.of(EnterpriseUserExtension.class), Definitions.bridge()));

    public static final ResourceSchema GROUP =
            new ResourceSchema("/Groups", Definitions.of(GroupResource.class), List.of());

    /** What Okta reads to offer as roles and entitlements; clients write neither. */
    public static final ResourceSchema ROLE = new ResourceSchema("/Roles", Definitions.role(), List.of());

    public static final ResourceSchema ENTITLEMENT =
            new ResourceSchema("/Entitlements", Definitions.entitlement(), List.of());

    /** Every schema there is, in the order discovery says them. */
    public static final List<ResourceSchema> ALL = List.of(USER, GROUP, ROLE, ENTITLEMENT);

    static final String SCHEMAS = "schemas";
    private static final String URN = "urn:";

    private final String endpoint;
    private final SchemaResource core;
    private final List<SchemaResource> extensions;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Extension> byUrn = new LinkedHashMap<>();

    /** An extension and its attributes by folded name. */
    record Extension(String urn, Map<String, Attribute> attributes) {
        boolean readOnly() {
            return attributes.values().stream().allMatch(Attribute::readOnly);
        }
    }

    private ResourceSchema(String endpoint, SchemaResource core, List<SchemaResource> extensions) {
        this.endpoint = endpoint;
        this.core = core;
        this.extensions = extensions;
        attributes.putAll(index(Definitions.common(), null));
        attributes.putAll(index(core.getAttributes(), null));
        for (SchemaResource extension : extensions) {
            String urn = extension.getId();
            byUrn.put(Attribute.fold(urn), new Extension(urn, index(extension.getAttributes(), urn)));
        }
    }

    private static Map<String, Attribute> index(Collection<AttributeDefinition> definitions, @Nullable String urn) {
        Map<String, Attribute> index = new LinkedHashMap<>();
        definitions.forEach(each -> index.put(Attribute.fold(each.getName()), new Attribute(each, urn)));
        return index;
    }

    /** {@code User}, {@code Group} and so on. */
    public String name() {
        return core.getName();
    }

    /** Under which the resources are, without a slash. */
    public String endpoint() {
        return endpoint.substring(1);
    }

    public String urn() {
        return core.getId();
    }

    /** What {@code /Schemas} says: the core first, then the extensions, each in a fixed order. */
    public List<SchemaResource> definitions() {
        return Stream.concat(Stream.of(core), extensions.stream()).toList();
    }

    /** What {@code /ResourceTypes} says. */
    public ResourceTypeResource resourceType() {
        List<SchemaExtension> also = extensions.stream()
                .map(each -> new SchemaExtension(URI.create(each.getId()), false))
                .toList();
        String description = core.getDescription();
        return new ResourceTypeResource(name(), name(), description, URI.create(endpoint), URI.create(urn()), also);
    }

    /** Whether this names the core schema or one of its extensions. */
    public boolean speaks(String urn) {
        return urn.equalsIgnoreCase(urn()) || extension(urn) != null;
    }

    /** Whether a path names something that only the server writes; false for what is unknown or no path. */
    public boolean readOnly(String path) {
        try {
            Place place = Place.of(Sdk.path(path), this);
            return place != null && place.readOnly();
        } catch (ScimProblem e) {
            return false;
        }
    }

    /** Refuses a document that lacks what RFC 7643 requires: 400 {@code invalidValue}. */
    public void requireComplete(Document document) {
        for (Attribute each : attributes.values()) {
            if (each.required() && !each.dropped() && !document.has(each.name())) {
                throw ScimProblem.invalidValue(each.name() + " is required.");
            }
        }
    }

    /** The {@code schemas} of a document: the core, then each extension it has something of (RFC 7643, 3). */
    ArrayNode schemasOf(ObjectNode document) {
        ArrayNode schemas = document.arrayNode().add(urn());
        byUrn.values().stream().map(Extension::urn).filter(document::has).forEach(schemas::add);
        return schemas;
    }

    /** Whether this names the core schema of any kind of resource. */
    static boolean isCore(String urn) {
        return ALL.stream().anyMatch(each -> urn.equalsIgnoreCase(each.urn()));
    }

    @Nullable
    Extension extension(String urn) {
        return byUrn.get(Attribute.fold(urn));
    }

    /** An attribute by the key it has in a JSON object, which may be qualified. */
    @Nullable
    Attribute attribute(String key) {
        int colon = key.regionMatches(true, 0, URN, 0, URN.length()) ? key.lastIndexOf(':') : -1;
        return colon < 0 ? attribute(null, key) : attribute(key.substring(0, colon), key.substring(colon + 1));
    }

    /** An attribute by the key it has at the top of a body, or in the object of an extension. */
    @Nullable
    Attribute attributeIn(@Nullable Extension extension, String key) {
        return extension == null ? attribute(key) : extension.attributes().get(Attribute.fold(key));
    }

    @Nullable
    Attribute attribute(@Nullable String urn, String name) {
        String folded = Attribute.fold(name);
        if (urn == null) {
            Attribute own = attributes.get(folded);
            Extension enterprise = extension(ENTERPRISE_USER);
            return own != null || enterprise == null
                    ? own
                    : enterprise.attributes().get(folded);
        }
        Extension extension = extension(urn);
        if (extension != null) {
            return extension.attributes().get(folded);
        }
        return urn.equalsIgnoreCase(urn()) ? attributes.get(folded) : null;
    }
}
