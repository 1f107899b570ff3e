package dev.scimbridge.story.cases;

/** Where cases are played. All cases of a scene share one bridge, so each uses names of its own. */
public enum Scene {
    /** Some people in the workspace; whatever was said by cases before. */
    SHARED(25),
    /** Nobody in the workspace. Nothing may be created here. */
    EMPTY(0),
    /** 250 people, three of them invited. Nobody may be created here, and groups by one case only. */
    CROWDED(247);

    private final int people;

    Scene(int people) {
        this.people = people;
    }

    /** How many have signed up in the workspace. */
    public int people() {
        return people;
    }
}
