package dev.scimbridge.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.store.AuditLog.Fault;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.contract.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQLite keeps in any column whatever it is given, and reads some of it as if nothing had been changed. */
class SqliteTypesTest {
    private final SqliteKit kit = new SqliteKit();

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource({
        "audit, at, at + 0.5",
        "audit, kind, CAST(kind AS BLOB)",
        "audit, hash, CAST(hash AS BLOB)",
        "audit_payload, why, CAST(why AS BLOB)"
    })
    void a_value_of_another_type_is_found_though_it_reads_alike(String table, String column, String value) {
        Entry entry = new Entry(Cast.NOON, "test", Entry.By.BRIDGE, null, Entry.Words.why("because"));
        assertThat(kit.open()
                        .write(tx -> {
                            tx.record(entry);
                            tx.record(entry);
                            return 2;
                        })
                        .toCompletableFuture()
                        .join())
                .isEqualTo(2);
        assertThat(kit.audit().verify().isSound()).isTrue();
        kit.sql("UPDATE " + table + " SET " + column + " = " + value + " WHERE seq = 2");
        assertThat(kit.audit().verify().fault()).extracting(Fault::seq).isEqualTo(2L);
    }
}
