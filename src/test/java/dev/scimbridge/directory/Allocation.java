package dev.scimbridge.directory;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much work something is, told by what it allocates: the same on a busy machine and on an idle one. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TIMES = 5;

    private Allocation() {}

    /** In bytes; the least of a few times, so that what is done once only does not count. */
    public static long of(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
