package dev.scimbridge.story.cases;

/** A request and its answer. */
public record Exchange(Request request, Answer answer) {}
