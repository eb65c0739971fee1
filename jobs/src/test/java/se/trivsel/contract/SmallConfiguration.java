package se.trivsel.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A whole configuration of one file of each kind, for tests to break in one place. */
final class SmallConfiguration {
    static final String CODES = "codes/reason.yaml";
    static final String CONTRACT = "contracts/absence.yaml";
    static final String SOURCE = "sources/hr/lonelista/absence.yaml";
    static final String MUNICIPALITY = "municipalities/0380-uppsala.yaml";
    static final String MEASURE = "measures/SF_TOT.yaml";
    static final String PARAMETERS = "parameters.yaml";

    private final Path folder;

    SmallConfiguration(Path folder) {
        this.folder = folder;
        write(CODES, """
                # Why somebody is away.
                list: reason
                label: Orsak
                codes:
                  sjuk: Sjukdom
                  vab: Vård av barn
                """);
        write(CONTRACT, """
                dataset: absence
                kind: hr
                label: Frånvaro
                description: Frånvaro från arbetet.
                grain: en rad per frånvaro
                key: [absence_no]
                intervals:
                  - {from: started_on, to: ended_on}
                columns:
                  - {name: absence_no, label: Nummer, type: text, length: 30, privacy: keep, required: true}
                  - {name: employment, label: Anställning, type: identifier, purpose: employment, privacy: pseudonymise, required: true}
                  - {name: person, label: Personnummer, type: personal_number, purpose: staff, privacy: pseudonymise, required: true, instead: employment}
                  - {name: birth_year, label: Födelseår, type: integer, privacy: coarsen, required: true, derived_from: person}
                  - {name: reason_code, label: Orsak, type: code, codes: reason, privacy: keep, required: true}
                  - {name: started_on, label: Från, type: date, privacy: keep, required: true}
                  - {name: ended_on, label: Till, type: date, privacy: keep}
                  - {name: extent_share, label: Omfattning, type: decimal, precision: 4, scale: 3, privacy: keep}
                """);
        write(SOURCE, """
                # The yearly list of absences.
                delivers: absence
                files: ["franvaro_{year}.csv"]
                format:
                  separator: ";"
                columns:
                  absence_no: Nr
                  employment: Anst.nr
                  reason_code: [Orsak, Orsakskod]
                  started_on: Från
                  ended_on: Till
                  extent_share: Omf
                codes:
                  reason_code:
                    "SJK": sjuk
                    "VAB": vab
                """);
        write(MUNICIPALITY, """
                code: "0380"
                name: Uppsala
                sends:
                  hr: lonelista
                """);
        write(MEASURE, """
                code: SF_TOT
                version: 1.0.0
                family: sjukfranvaro
                name: Sjukfrånvaro
                definition: Sjukfrånvarons andel av arbetstiden.
                numerator: Sjuktimmar
                denominator: Ordinarie timmar
                population: Alla anställda
                unit: share
                direction: lower_is_better
                smallest_group: 11
                splits: [yrke]
                period_types: [month, rolling_12, year]
                datasets: [absence]
                rows:
                  numerator: {table: sick_hours, as: sum}
                  denominator: {table: work_time, kinds: [ordinary], as: sum}
                valid_from: "2026-11-22"
                """);
        write(PARAMETERS, """
                parameters:
                  turnover_snapshot_month: 11
                  currency: SEK
                """);
    }

    SmallConfiguration write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Puts other words in the place of words that the file has to have. */
    SmallConfiguration change(String file, String words, String others) {
        String text = text(file);
        if (!text.contains(words)) {
            throw new IllegalArgumentException("Not in " + file + ": " + words);
        }
        return write(file, text.replace(words, others));
    }

    SmallConfiguration add(String file, String lines) {
        return write(file, text(file) + lines);
    }

    SmallConfiguration delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    Configuration read() {
        return ConfigurationReader.read(folder);
    }

    /** What an operator would read, a line a problem. */
    List<String> problems() {
        try {
            read();
            return List.of();
        } catch (InvalidConfiguration invalid) {
            return invalid.problems().stream()
                    .map(ConfigurationProblem::toString)
                    .toList();
        }
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
