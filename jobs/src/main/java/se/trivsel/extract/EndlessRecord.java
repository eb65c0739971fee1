package se.trivsel.extract;

import java.io.IOException;

/** A record that does not end within bounds: a quotation mark that never closes, or what is no text at all. */
final class EndlessRecord extends IOException {
    private static final long serialVersionUID = 1;

    EndlessRecord() {
        super("A record is longer than a record may be");
    }
}
