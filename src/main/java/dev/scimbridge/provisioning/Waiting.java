package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The writes that wait, for a bounded time, to hear what the workspace said to them. */
final class Waiting {
    private final Map<UUID, CompletableFuture<User>> waiting = new ConcurrentHashMap<>();

    /** Takes a place before the commit, because the answer may come right behind it. */
    void await(UUID person, CompletableFuture<User> answer) {
        waiting.put(person, answer);
    }

    /** What would have been answered was not written. */
    void forget(CompletableFuture<User> answer) {
        waiting.values().removeIf(each -> each == answer);
    }

    /** How many wait. */
    int count() {
        return waiting.size();
    }

    /** The write stands. */
    void accept(User user) {
        CompletableFuture<User> answer = waiting.remove(user.id());
        if (answer != null) {
            answer.complete(user);
        }
    }

    /** The write is refused. */
    void refuse(UUID person, RuntimeException problem) {
        CompletableFuture<User> answer = waiting.remove(person);
        if (answer != null) {
            answer.completeExceptionally(problem);
        }
    }
}
