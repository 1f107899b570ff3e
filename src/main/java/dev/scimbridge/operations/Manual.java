package dev.scimbridge.operations;

import static dev.scimbridge.operations.Usage.reading;

import dev.scimbridge.operations.Usage.Argument;
import java.util.List;

/** All commands there are: the one table behind the management door, the command line and the handbook. */
public final class Manual {
    public static final Usage PEOPLE = reading(
            "people",
            "everybody on record, or those in one state",
            Argument.option("state", "for instance held, needs-hand, pending"));

    /** In the order in which they are explained. */
    public static final List<Usage> ALL = List.of(PEOPLE);

    private Manual() {}
}
