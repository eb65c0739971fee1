package se.trivsel.pages;

/**
 * A municipality of the release, with the group it is held beside on its pages.
 *
 * <p>The group is SKR's where at least five of it have delivered: with fewer, chance has no limits, else all municipalities.
 */
public record Municipality(String code, String name, String peerGroup, String peerGroupName) {
    Frame.Link link() {
        return new Frame.Link(page(), name);
    }

    String page() {
        return "kommun/" + code + ".html";
    }

    String anchor() {
        return "m-" + code;
    }
}
