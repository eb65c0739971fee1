package se.trivsel.pages;

import java.util.List;

/**
 * What stands around the content of a page.
 *
 * @param toRoot from the page to the folder of all pages: empty or {@code ../} some times
 * @param description one sentence for whoever shares the page
 * @param trail the pages above it, the start page first
 * @param release the release in which the page last changed
 */
public record Frame(String title, String description, String toRoot, List<Link> trail, String release) {
    /**
     * A page and what it is called where it is led to.
     *
     * @param address from the folder of all pages
     */
    public record Link(String address, String text) {}

    public Frame {
        trail = List.copyOf(trail);
    }

    /** The frame of the page at an address. */
    static Frame at(String address, String title, String description, Link... above) {
        long folders = address.chars().filter(sign -> sign == '/').count();
        return new Frame(title, description, "../".repeat((int) folders), List.of(above), PageFolder.RELEASE);
    }
}
