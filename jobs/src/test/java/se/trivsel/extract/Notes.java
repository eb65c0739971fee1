package se.trivsel.extract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.trivsel.contract.Contract;
import se.trivsel.contract.GivenRules;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.SourceKind;

/** A contract of two texts and an amount, and the source of it that a test writes. */
record Notes(Source source, Contract contract) {
    /**
     * Reads the rules.
     *
     * @param format what stands under {@code format}, a key a line
     * @param columns the mapping of {@code one}, {@code two} and {@code three}, and whatever comes after it
     */
    static Notes of(Path folder, String format, String columns) {
        var rules = new GivenRules(folder)
                .contract("notes", """
                        dataset: notes
                        kind: hr
                        label: Anteckningar
                        description: Två texter och ett belopp.
                        grain: en rad per anteckning
                        columns:
                          - {name: one, label: Ett, type: text, length: 200, privacy: keep, required: true}
                          - {name: two, label: Två, type: text, length: 200, privacy: keep}
                          - {name: three, label: Tre, type: decimal, precision: 9, scale: 2, privacy: keep}
                        """)
                .source(
                        SourceKind.HR,
                        "notes",
                        "delivers: notes\nfiles: [\"notes_{year}.csv\"]\nformat:\n" + format.indent(2) + "columns: "
                                + columns + "\n")
                .read();
        return new Notes(
                rules.source(SourceKind.HR, "given", "notes").orElseThrow(),
                rules.contracts().get("notes"));
    }

    Extracted read(byte[] file) throws IOException, UnreadableDelivery {
        return read((ByteSource) () -> new ByteArrayInputStream(file));
    }

    Extracted read(ByteSource file) throws IOException, UnreadableDelivery {
        return Extracted.from(file, source, contract);
    }

    /** What is told of a file that cannot be read. */
    List<Finding> refusal(byte[] file) {
        return catchThrowableOfType(UnreadableDelivery.class, () -> read(file)).findings();
    }
}
