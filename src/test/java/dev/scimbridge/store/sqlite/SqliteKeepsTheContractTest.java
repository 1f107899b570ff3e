package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.contract.AuditContract;
import dev.scimbridge.store.contract.AuditUpkeepContract;
import dev.scimbridge.store.contract.BacklogContract;
import dev.scimbridge.store.contract.ClaimsContract;
import dev.scimbridge.store.contract.DueContract;
import dev.scimbridge.store.contract.GroupsContract;
import dev.scimbridge.store.contract.GuardsContract;
import dev.scimbridge.store.contract.IntentsContract;
import dev.scimbridge.store.contract.PictureContract;
import dev.scimbridge.store.contract.PublishingContract;
import dev.scimbridge.store.contract.RecordsContract;
import dev.scimbridge.store.contract.RegroupingContract;
import dev.scimbridge.store.contract.RevisionsContract;
import dev.scimbridge.store.contract.VersionsContract;
import dev.scimbridge.store.contract.WorksContract;
import org.junit.jupiter.api.Nested;

/** The embedded engine keeps every promise of a store. */
class SqliteKeepsTheContractTest {
    @Nested
    class Audit extends AuditContract {
        Audit() {
            super(new SqliteKit());
        }
    }

    @Nested
    class AuditUpkeep extends AuditUpkeepContract {
        AuditUpkeep() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Claims extends ClaimsContract {
        Claims() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Due extends DueContract {
        Due() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Guards extends GuardsContract {
        Guards() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Intents extends IntentsContract {
        Intents() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Publishing extends PublishingContract {
        Publishing() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Records extends RecordsContract {
        Records() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Revisions extends RevisionsContract {
        Revisions() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Versions extends VersionsContract {
        Versions() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Works extends WorksContract {
        Works() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Backlog extends BacklogContract {
        Backlog() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Groups extends GroupsContract {
        Groups() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Picture extends PictureContract {
        Picture() {
            super(new SqliteKit());
        }
    }

    @Nested
    class Regrouping extends RegroupingContract {
        Regrouping() {
            super(new SqliteKit());
        }
    }
}
