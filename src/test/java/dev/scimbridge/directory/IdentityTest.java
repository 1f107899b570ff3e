package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Address;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {
    /** RFC 9562, appendix A.4: the namespace of domain names, and {@code www.example.com}. */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void an_id_is_the_uuid_of_version_five() {
        Identity identity = Identity.mint(DNS, Address.of("www.example.com"), 0);
        assertThat(identity.id()).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(identity.id().version()).isEqualTo(5);
        assertThat(identity.id().variant()).isEqualTo(2);
    }

    @Test
    void one_address_however_written_has_one_id() {
        UUID id = Identity.mint(DNS, Address.of("zoë@acme.io"), 0).id();
        assertThat(Identity.mint(DNS, Address.of("  ZOE\u0308@Acme.IO "), 0).id())
                .isEqualTo(id);
        assertThat(Identity.mint(DNS, Address.of("zoe@acme.io"), 0).id()).isNotEqualTo(id);
        assertThat(Identity.mint(Someone.NAMESPACE, Address.of("zoë@acme.io"), 0)
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void whoever_has_the_address_next_has_another_id() {
        Address max = Address.of("max@acme.io");
        assertThat(Identity.mint(DNS, max, 1).id())
                .isNotEqualTo(Identity.mint(DNS, max, 0).id())
                .isNotEqualTo(Identity.mint(DNS, max, 2).id())
                .isEqualTo(Identity.mint(DNS, max, 1).id());
    }
}
