package dev.scimbridge.operations;

import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.provisioning.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a person stands now, in plain sentences. Pure. */
final class Standing {
    private Standing() {}

    static List<String> of(User user) {
        List<String> sentences = new ArrayList<>();
        Course course = user.course();
        String why = course.why().isEmpty() ? "" : ": " + course.why();
        sentences.add("Now " + course.state().word() + ", since " + Times.plain(course.since()) + why + ".");
        sentences.add(wished(user));
        Held held = user.held();
        if (held != null) {
            sentences.add("Held back since " + Times.plain(held.since()) + ": " + Words.of(held.desired()) + ", by "
                    + held.guard() + " (" + held.why() + ").");
        }
        String rule = user.said().typeFrom();
        if (rule != null) {
            sentences.add("The account type was decided by " + rule + ".");
        }
        sentences.add(next(course));
        return sentences;
    }

    private static String wished(User user) {
        Wish wish = user.wish();
        String seen = "last seen " + Words.of(user.observation().state());
        if (wish == null) {
            return "Nobody has said anything of them over SCIM; " + seen + ".";
        }
        String connection = user.said().connection();
        String by = connection == null ? "" : " by " + connection;
        String met = wish.fulfilled() ? ", and was so once; " : ", and has not been so yet; ";
        return "Wished" + by + " since " + Times.plain(wish.since()) + ": " + Words.of(wish.desired()) + met + seen
                + ".";
    }

    private static String next(Course course) {
        Instant due = course.due();
        return due == null
                ? "Nothing is to be done until somebody asks for something or the workspace changes."
                : "Next: looked at again at " + Times.plain(due) + ".";
    }
}
