package se.trivsel.vocabulary;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * A finding as a rule that can be argued about: given this, when that, then so; and what says that it is a fault.
 *
 * <p>All in Swedish, for the rule book. Rules are found by the finding's code as text, so that a code without a rule is
 * a gap that a test shows, not a program that does not start.
 *
 * @param basis the law or definition it stands on, or the agreed format
 */
public record FindingRule(String given, String when, String then, String basis) {
    private static final String FORMAT = "Formatet";
    private static final String REFUSED = "avvisas hela leveransen, och den senast godkända används";
    private static final String KEPT_OUT = "används inte raden, men den sparas i karantän och räknas";
    private static final String TOLD = "används raden, och avsändaren får veta det";

    private static final Map<String, FindingRule> BY_CODE = Map.ofEntries(
            // The file.
            entry(
                    "unknown_folder",
                    file(
                            "en fil i inkorgen",
                            "mappens namn inte börjar med en upplagd kommuns kod",
                            "läses den inte, och den som driver systemet får veta det")),
            entry(
                    "unknown_file",
                    file(
                            "en fil i en kommuns mapp",
                            "namnet inte passar något som kommunens system är beskrivet att leverera",
                            "läses den inte, och avsändaren får veta det")),
            entry(
                    "period_not_found",
                    file(
                            "en fil vars namn inte säger vilken tid den gäller",
                            "det avtalade stället i filen inte har någon månad eller period, eller månader långt ifrån"
                                    + " varandra",
                            "läses den inte, och avsändaren får veta det varje natt")),
            entry(
                    "unreadable_text",
                    file(
                            "en textfil",
                            "någon byte inte är ett tecken i UTF-8 eller den avtalade teckenuppsättningen",
                            REFUSED + "; tecken gissas aldrig")),
            entry(
                    "malformed_file",
                    file(
                            "en fil",
                            "den inte kan delas upp i rader och fält, eller en rad eller ett fält är utan slut",
                            REFUSED)),
            entry("missing_sheet", file("en Excelfil", "den inte har det avtalade bladet", REFUSED)),
            entry("missing_column", file("en fil med rubriker", "en avtalad rubrik saknas", REFUSED)),
            entry("repeated_column", file("en fil med rubriker", "en avtalad rubrik står två gånger", REFUSED)),
            entry("empty_file", file("en fil med rubriker", "ingen rad följer", REFUSED)),
            entry(
                    "control_total_differs",
                    file("en summa eller ett antal i filen", "raderna inte ger samma tal på öret", REFUSED)),
            entry(
                    "control_total_deviates",
                    file(
                            "en summa eller ett antal i filen, och en källa som får avvika",
                            "raderna inte ger samma tal på öret",
                            "används leveransen, och avsändaren får veta det")),
            entry(
                    "too_many_rejected",
                    file("en läst fil", "andelen avvisade rader är större än källans reject_above_percent", REFUSED)),
            entry(
                    "file_changed_while_read",
                    file("en fil i inkorgen", "den ändras medan den läses", "läses den nästa natt")),
            entry(
                    "unexpected_format",
                    file("en fil", "dess första byte är av ett annat slag än det avtalade", REFUSED)),
            entry("malformed_archive", file("en packad fil", "den är skadad, avbruten eller låst", REFUSED)),
            entry("archive_not_one_file", file("en packad fil", "den inte innehåller precis en fil", REFUSED)),
            entry(
                    "archive_too_large",
                    file("en packad fil", "innehållet är större än gränserna för en leverans", REFUSED)),
            entry(
                    "signature_invalid",
                    file(
                            "en leverans som kommunen har förberett",
                            "underskriften eller radernas kontrollsumma inte stämmer, eller den gäller en annan kommun,"
                                    + " period eller uppgift",
                            REFUSED)),
            entry(
                    "prepared_by_other_rules",
                    file(
                            "en leverans som kommunen har förberett",
                            "kontraktet, dess kodlistor eller läsreglerna inte är mottagarens",
                            REFUSED)),
            entry(
                    "not_prepared",
                    new FindingRule(
                            "en fil i inkorgen från en kommun vars pseudonymnyckel inte finns hos mottagaren",
                            "filen inte är förberedd",
                            "läses och arkiveras den inte, och avsändaren får veta det",
                            "Uppgiftsminimering, dataskyddsförordningen (EU) 2016/679 artikel 5.1 c")),
            // The row and the cell.
            entry(
                    "error_in_cell",
                    row("en cell som läses", "den visar ett kalkylprograms fel, eller en formel som inte är uträknad")),
            entry("wrong_field_count", row("en rad", "den inte har lika många fält som rubrikraden")),
            entry(
                    "extra_fields",
                    new FindingRule(
                            "en rad, och en källa som får ha överskjutande fält",
                            "den har fler fält än rubrikraden",
                            "läses inte de överskjutande, och avsändaren får veta det",
                            FORMAT)),
            entry("missing_value", row("ett obligatoriskt fält", "det är tomt")),
            entry("value_withheld", row("ett obligatoriskt fält", "det har ett avtalat tecken för att värdet saknas")),
            entry("not_a_date", row("ett datumfält", "det inte är ett datum i en avtalad form")),
            entry("not_a_month", row("ett månadsfält", "det inte är en månad i en avtalad form")),
            entry("not_a_number", row("ett talfält", "det inte är ett tal i den avtalade formen och storleken")),
            entry("not_a_flag", row("ett ja- och nejfält", "det är varken ja eller nej")),
            entry("text_too_long", row("ett textfält", "det är längre än kontraktet säger")),
            entry("unknown_code", row("ett kodfält", "ordet inte finns i källans kodlista")),
            entry(
                    "code_by_default",
                    new FindingRule(
                            "ett kodfält, och en källa med en kod för övriga ord",
                            "ordet inte finns i källans kodlista",
                            "får raden koden för övriga, och avsändaren får veta det",
                            FORMAT)),
            entry(
                    "invalid_personal_number",
                    new FindingRule(
                            "ett fält för personnummer",
                            "det inte är ett personnummer eller samordningsnummer med rätt kontrollsiffra",
                            KEPT_OUT,
                            "Folkbokföringslagen (1991:481) 18 §; lagen (2022:1697) om samordningsnummer")),
            entry(
                    "invalid_organisation_number",
                    new FindingRule(
                            "ett fält för organisationsnummer",
                            "det inte är tio siffror med rätt kontrollsiffra",
                            KEPT_OUT,
                            "Lagen (1974:174) om identitetsbeteckning för juridiska personer med flera")),
            entry(
                    "unknown_municipality",
                    new FindingRule(
                            "en rad i en fil med flera kommuners rader",
                            "dess kommun är tom, okänd eller inte lämnar uppgifter genom systemet",
                            "används inte raden; filen ligger kvar, de andra raderna tas emot, och avsändaren får veta det"
                                    + " varje natt",
                            FORMAT)),
            entry("end_before_start", row("två datum som är början och slut", "slutet ligger före början")),
            entry("duplicate_key", row("ett kontrakt med nyckel", "en tidigare rad i filen har samma nyckel")),
            entry(
                    "purged_person",
                    new FindingRule(
                            "en rad med en pseudonym",
                            "den är en av dem som kommunen har låtit gallra",
                            "används och sparas raden inte, den räknas, och avsändaren får veta det",
                            "Kommunens beslut om gallring; GDPR artikel 17")),
            entry(
                    "personal_number_in_text",
                    new FindingRule(
                            "ett textfält som sparas",
                            "det innehåller tio eller tolv siffror med ett personnummers datum och kontrollsiffra",
                            "används en pseudonym i stället för texten, och avsändaren får veta det",
                            "Uppgiftsminimering, dataskyddsförordningen (EU) 2016/679 artikel 5.1 c")),
            entry(
                    "unknown_column",
                    new FindingRule(
                            "en fil med rubriker",
                            "en rubrik inte är avtalad",
                            "läses kolumnen inte, och avsändaren får veta det",
                            "Uppgiftsminimering, dataskyddsförordningen (EU) 2016/679 artikel 5.1 c")),
            // Between rows and datasets.
            entry(
                    "overlapping_employment",
                    between(
                            "två rader med villkor för samma anställning",
                            "den äldre har ett slutdatum som inte ligger före den yngres början",
                            "en anställning har vid varje tid ett slags villkor (config/contracts/employment.yaml)")),
            entry(
                    "absence_outside_employment",
                    between(
                            "en frånvaro i en månad vars anställningar är levererade",
                            "anställningen inte finns på frånvarons första eller sista dag",
                            "Frånvaro räknas mot ordinarie arbetstid för samma anställda (LKBR 11 kap. 6 §)")),
            entry(
                    "placement_left_open",
                    between(
                            "en placering utan slutdatum",
                            "samma person har placerats på nytt senare",
                            "En flytt är en ny placering (config/contracts/placement.yaml)")),
            entry(
                    "decision_before_report",
                    between(
                            "en aktualisering",
                            "skyddsbedömningen eller beslutet är tidigare än den dag den kom in",
                            "Förhandsbedömningens fjorton dagar räknas från den dag anmälan kom in (FB_14)")),
            entry(
                    "investigation_before_referral",
                    between(
                            "en utredning och den aktualisering den gäller",
                            "utredningen är inledd före den dag aktualiseringen kom in",
                            "Utredningens fyra månader räknas från den dag den inleds (UTR_4M)")),
            entry(
                    "handler_not_employed",
                    between(
                            "ett ärende fördelat i en månad vars anställningar är levererade",
                            "handläggaren inte är anställd den dagen, men en annan dag",
                            "Ärenden räknas per årsarbetare som är anställd (AB_PER_ARB)")),
            entry(
                    "amount_in_other_currency",
                    new FindingRule(
                            "ett belopp i reskontran eller på en e-faktura",
                            "dess valuta är en annan än kronor",
                            "räknas det inte i någon kostnad, och avsändaren får veta det",
                            "Kostnader är i kronor, och raden har ingen kurs")),
            entry(
                    "credit_note_without_invoice",
                    between(
                            "ett negativt belopp från en leverantör, och en reskontra levererad credit_note_days bakåt",
                            "leverantören inte har någon faktura under den tiden och ingen med samma nummer",
                            "Kreditnotor är negativa och hör till en faktura (Leverantörsreskontra 1.1)")),
            entry(
                    "implausible_row_count",
                    after(
                            "två hela leveranser efter varandra, varav en med minst implausible_rows_least rader",
                            "raderna per månad skiljer sig mer än implausible_rows_factor gånger",
                            "Rimlighet: ett ändrat urval syns i antalet rader, fast varje rad är rätt")),
            entry(
                    "implausible_total",
                    after(
                            "två hela leveranser efter varandra, varav en med minst implausible_rows_least rader",
                            "summan av belopp eller timmar per månad skiljer sig mer än implausible_total_factor gånger eller byter tecken",
                            "Rimlighet: fel enhet eller tecken syns i summan, fast antalet rader är rätt")),
            entry(
                    "implausible_turnover",
                    between(
                            "tolv levererade månader med fler än implausible_turnover_employed anställda",
                            "färre än implausible_turnover_percent procent har lämnat kommunen",
                            "Rimlighet: ingen definition av personalomsättning ger så låga tal för så många")),
            entry(
                    "survey_out_of_range",
                    new FindingRule(
                            "en rad i en medarbetarmätning",
                            "medelvärdet ligger utanför 1 till 5, svaren är fler än utskicken eller ja-svaren fler än svaren",
                            "räknas den inte i något mått, och avsändaren får veta det",
                            "HME:s påståenden besvaras från 1 till 5 (config/contracts/survey.yaml)")));

    /** The rule of a finding, if it has been written. */
    public static Optional<FindingRule> of(FindingCode code) {
        return Optional.ofNullable(BY_CODE.get(code.code()));
    }

    private static FindingRule file(String given, String when, String then) {
        return new FindingRule(given, when, then, FORMAT);
    }

    private static FindingRule row(String given, String when) {
        return new FindingRule(given, when, KEPT_OUT, FORMAT);
    }

    private static FindingRule after(String given, String when, String basis) {
        return new FindingRule(given, when, "används leveransen, och avsändaren får veta det", basis);
    }

    private static FindingRule between(String given, String when, String basis) {
        return new FindingRule(given, when, TOLD, basis);
    }
}
