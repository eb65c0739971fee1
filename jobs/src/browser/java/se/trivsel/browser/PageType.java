package se.trivsel.browser;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The types of pages, and one page of each that is looked at.
 *
 * <p>A page of no type here fails the suite: another type is another line, and pictures of it that somebody has reviewed.
 */
enum PageType {
    START("index", "index"),
    MUNICIPALITY("kommun/[0-9]{4}", "kommun/2062"),
    FAMILY("kommun/[0-9]{4}/[a-z-]+", "kommun/2062/personalomsattning"),
    MEASURE("matt/[a-z0-9_]+", "matt/fb_14"),
    PLAN("insats/[a-z0-9_]+", "insats/mora_2015"),
    DELIVERIES("leveranser/[0-9]{4}", "leveranser/0380"),
    DEFINITIONS("definitioner", "definitioner"),
    REVISIONS("andringar", "andringar"),
    ANALYSTS("analys", "analys"),
    RECEIPTS("kvittenser/[^/]+/index", "kvittenser/0380-uppsala/index"),
    RECEIPT("kvittenser/[^/]+/(?!index)[^/]+", "kvittenser/0380-uppsala/0380-employment-");

    private final Pattern address;
    private final String sample;

    /**
     * @param address what the addresses of its pages look like, without {@code .html}
     * @param sample how the address of the page that is looked at begins
     */
    PageType(String address, String sample) {
        this.address = Pattern.compile(address + "\\.html");
        this.sample = sample;
    }

    boolean has(String page) {
        return address.matcher(page).matches();
    }

    boolean hasSample(String page) {
        return has(page) && page.startsWith(sample);
    }

    /** As its pictures are called. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
