package se.trivsel.pages;

import java.util.Locale;

/** Where each page is, from the folder of all pages. An address stays the same from release to release. */
final class Addresses {
    static final Frame.Link START = new Frame.Link("index.html", "Alla kommuner");
    static final Frame.Link DEFINITIONS = new Frame.Link("definitioner.html", "Mått och definitioner");

    static final Frame.Link REVISIONS = new Frame.Link("andringar.html", "Vad som har ändrats, och varför");
    static final Frame.Link ANALYSTS = new Frame.Link("analys.html", "För analytiker");

    private Addresses() {}

    static String family(Municipality municipality, String family) {
        return "kommun/" + municipality.code() + "/" + slug(family) + ".html";
    }

    static String deliveries(Municipality municipality) {
        return "leveranser/" + municipality.code() + ".html";
    }

    /** {@code Ärenden och kö} as {@code arenden-och-ko}. */
    static String slug(String words) {
        return words.toLowerCase(Locale.forLanguageTag("sv-SE"))
                .replace('å', 'a')
                .replace('ä', 'a')
                .replace('ö', 'o')
                .replaceAll("[^a-z0-9]+", "-");
    }
}
