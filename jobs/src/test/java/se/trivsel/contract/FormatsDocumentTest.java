package se.trivsel.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.trivsel.GeneratedPage;
import se.trivsel.warehouse.Repository;

class FormatsDocumentTest {
    private static final String HEAD = """
            # Vad som ska levereras

            Det här är vad varje leverans blir, vad systemet än kallar det: rubriker och ord översätts i `config/sources`. Vad
            som kan vara fel står i [findings.md](findings.md).

            En personuppgift lämnar aldrig inläsningen som den är: *pseudonym* är ett tal som bara kommunens nyckel ger,
            *grövre* en ålder eller en grupp, och *utelämnas* läses men sparas inte.

            Sidan skrivs av `FormatsDocumentTest` från `config/contracts` och `config/codes`; ändra där.
            """;

    private static final Map<PrivacyClass, String> PRIVACY = Map.of(
            PrivacyClass.KEEP, "",
            PrivacyClass.COARSEN, "grövre",
            PrivacyClass.PSEUDONYMISE, "pseudonym",
            PrivacyClass.DROP, "utelämnas");

    private static final Configuration SHIPPED = ConfigurationReader.read(Repository.path("config"));

    @Test
    void thePageStatesEveryFormatAsItsContractDoes() throws IOException {
        String formats = SHIPPED.contracts().values().stream()
                .map(FormatsDocumentTest::format)
                .collect(joining());
        String codes = SHIPPED.codeLists().values().stream()
                .map(FormatsDocumentTest::codes)
                .collect(joining("", "\n## Koder\n", ""));

        new GeneratedPage("formats.md", HEAD + formats + codes).isWhatIsCommitted();
    }

    static Stream<Contract> contracts() {
        return SHIPPED.contracts().values().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aChangedFormatIsToldToThoseWhoDeliver(Contract contract) {
        List<FormatChange> changes = contract.changes();

        assertThat(changes)
                .as(
                        "config/contracts/%s.yaml has other columns than its last change tells of: add a change with columns: \"%s\"",
                        contract.dataset(), contract.columnsVersion())
                .isNotEmpty()
                .last()
                .extracting(FormatChange::columns)
                .isEqualTo(contract.columnsVersion());
        assertThat(changes).extracting(FormatChange::on).isSorted();
    }

    private static String format(Contract contract) {
        return "\n## %s\n\n%s Rader: %s. %s\n\n"
                        .formatted(contract.label(), contract.description(), contract.grain(), key(contract))
                + "| vad | namn | slag | krävs | skydd |\n|---|---|---|---|---|\n"
                + contract.columns().stream().map(FormatsDocumentTest::column).collect(joining())
                + contract.changes().stream()
                        .sorted(Comparator.comparing(FormatChange::on).reversed())
                        .map(change -> "- " + change.on() + ": " + change.what() + "\n")
                        .collect(joining("", "\nÄndringar:\n\n", ""));
    }

    private static String key(Contract contract) {
        return contract.key().isEmpty()
                ? "Ingen nyckel: rader som är lika är olika rader."
                : "Nyckel: "
                        + contract.key().stream().map(name -> "`" + name + "`").collect(joining(", ")) + ".";
    }

    private static String column(Column column) {
        return "| %s | `%s` | %s | %s | %s |\n"
                .formatted(
                        column.label(),
                        column.name(),
                        type(column)
                                + column.derivedFrom()
                                        .map(from -> ", eller ur `" + from + "`")
                                        .orElse(""),
                        column.required() ? "ja" : "",
                        PRIVACY.get(column.privacy()));
    }

    private static String type(Column column) {
        ColumnType type = column.type();
        if (type instanceof ColumnType.Text text) {
            return "text, högst " + text.length() + " tecken";
        }
        if (type instanceof ColumnType.Code code) {
            return "kod: [%s](#%1$s)".formatted(code.list());
        }
        if (type instanceof ColumnType.Decimal number) {
            return "tal, %d siffror varav %d decimaler".formatted(number.precision(), number.scale());
        }
        return switch (type.getClass().getSimpleName()) {
            case "WholeNumber" -> "heltal";
            case "Day" -> "datum";
            case "Month" -> "månad";
            case "Flag" -> "ja eller nej";
            case "Identifier" -> "nummer";
            case "PersonalNumber" -> "personnummer eller samordningsnummer";
            case "OrganisationNumber" -> "organisationsnummer";
            default -> throw new IllegalStateException("No Swedish word for " + type);
        };
    }

    private static String codes(CodeList list) {
        return "\n### %s\n\n%s: %s.\n"
                .formatted(
                        list.name(),
                        list.label(),
                        list.labelByCode().entrySet().stream()
                                .map(code -> "`" + code.getKey() + "` " + code.getValue())
                                .collect(joining(", ")));
    }
}
