package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Introduction;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import java.util.UUID;

/** One SCIM write of a person. */
sealed interface Write {
    record Create(Address address, Introduction introduction, Intake.Request request) implements Write {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.create(this);
        }
    }

    record Replace(UUID id, Document sent, Intake.Request request) implements Write {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.replace(this);
        }
    }

    record Modify(UUID id, Patch patch, Intake.Request request) implements Write {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.modify(this);
        }
    }

    record Remove(UUID id, Intake.Request request) implements Write {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.remove(this);
        }
    }

    /** One answer for each case. */
    interface Cases<T> {
        T create(Create write);

        T replace(Replace write);

        T modify(Modify write);

        T remove(Remove write);
    }

    <T> T match(Cases<T> cases);

    Intake.Request request();
}
