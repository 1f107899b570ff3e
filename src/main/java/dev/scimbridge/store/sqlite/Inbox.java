package dev.scimbridge.store.sqlite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for the writer. Once closed it takes nothing more, and gives out what it still has. */
final class Inbox<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<T> waiting = new ArrayDeque<>();
    private boolean closed;

    /** False if it is closed. */
    boolean offer(T item) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.add(item);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What is waiting, at most so many; waits so long for the first. Empty if none came, or it is closed. */
    List<T> take(int most, Duration patience) {
        lock.lock();
        try {
            awaitFirst(patience.toNanos());
            List<T> taken = new ArrayList<>();
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void awaitFirst(long nanos) {
        long left = nanos;
        while (waiting.isEmpty() && !closed && left > 0) {
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                // The writer ends when its store is closed, and not before: what was handed in must be written.
                left = nanos;
            }
        }
    }

    /** Whether nothing is left, and nothing more will come. */
    boolean isDone() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
