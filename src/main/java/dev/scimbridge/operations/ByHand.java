package dev.scimbridge.operations;

import dev.scimbridge.provisioning.HandTask;
import dev.scimbridge.provisioning.Operations;
import java.util.List;

/** {@code people hand}: what only a hand can do. */
final class ByHand {
    private static final List<String> COLUMNS = List.of("address", "what to do", "why", "since");

    private ByHand() {}

    static Report tasks(Operations operations) {
        List<List<String>> rows =
                operations.handTasks().stream().map(ByHand::row).toList();
        String headline = rows.isEmpty() ? "Nothing needs a hand." : rows.size() + " need a hand";
        return Report.table(headline, COLUMNS, rows)
                .noting("Each is gone from here when a listing of the workspace shows it done.");
    }

    private static List<String> row(HandTask task) {
        return List.of(
                task.address().value(), task.what(), task.why(), task.since().toString());
    }
}
