package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The writes that wait, for a bounded time, to hear what the workspace said to them. */
final class Waiting {
    private final Map<UUID, CompletableFuture<User>> waiting = new ConcurrentHashMap<>();

    CompletableFuture<User> await(UUID person) {
        CompletableFuture<User> answer = new CompletableFuture<>();
        waiting.put(person, answer);
        return answer;
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
