package dev.scimbridge.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A way for a call to go wrong. Where there is a {@code done}, it says whether the call is carried out all the same: the
 * caller cannot tell, and that is the point.
 */
sealed interface Failure {
    void play(Scene scene) throws IOException;

    /** Whether it makes sense for a listing only. */
    default boolean listing() {
        return false;
    }

    /** An HTTP status in place of an answer. */
    record Status(int code, Optional<String> retryAfter, boolean done) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.secretly(done);
            scene.status(code, retryAfter);
        }
    }

    /** 200, and a body that is not what was asked for. */
    record Body(String contentType, String text, boolean done) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.secretly(done);
            scene.body(contentType, text);
        }
    }

    /** The connection is closed without an answer. If not done, it is carried out late where the knob says so. */
    record Cut(boolean done) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            if (done) {
                scene.secretly(true);
            } else {
                scene.late();
            }
            scene.cut();
        }
    }

    /** No answer until released; not done before, it is carried out then. */
    record Hang(boolean done) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.hold(done);
        }
    }

    /** Carried out at once, answered after a while. */
    record Slow(Duration after) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.slowly(after);
        }
    }

    /** An answer that says no, in GraphQL. */
    record Says(Verdict verdict) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.send(scene.perform(Script.fixed(verdict)));
        }
    }

    /**
     * Half of the body.
     *
     * @param announced whether the whole length was announced, so that the connection ends too early; otherwise the half
     *     looks complete
     */
    record Truncated(boolean announced) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.truncated(announced);
        }
    }

    /** A listing that is well-formed, says ok, and lacks people; with a fraction of nothing it lacks everybody. */
    record Partial(double fraction) implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.send(scene.perform(scene.honest().listingOnly(fraction)));
        }

        @Override
        public boolean listing() {
            return true;
        }
    }

    /** A listing with fields and an account type from a later version of the product. */
    record FromTheFuture() implements Failure {
        @Override
        public void play(Scene scene) throws IOException {
            scene.send(scene.perform(scene.honest()).fromTheFuture());
        }

        @Override
        public boolean listing() {
            return true;
        }
    }
}
