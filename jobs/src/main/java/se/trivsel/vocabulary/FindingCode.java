package se.trivsel.vocabulary;

import static se.trivsel.vocabulary.Severity.ERROR;
import static se.trivsel.vocabulary.Severity.FATAL;
import static se.trivsel.vocabulary.Severity.WARNING;

import java.util.Locale;

/**
 * Everything that can be wrong with a delivery, with the sentences its sender reads.
 *
 * <p>The code is stable: senders and statistics refer to it, so a constant is never renamed and never given another
 * meaning.
 */
public enum FindingCode {
    UNKNOWN_FOLDER(
            FATAL,
            "Mappen hör inte till någon kommun som är upplagd i systemet.",
            "Lägg filen i en mapp vars namn börjar med kommunens fyrsiffriga kod, eller lägg upp kommunen."),
    UNKNOWN_FILE(
            FATAL,
            "Filens namn stämmer inte med något som kommunens system ska leverera.",
            "Döp filen enligt leveransbeskrivningen, eller beskriv den nya filen i config/sources."),
    PERIOD_NOT_FOUND(
            FATAL,
            "Det går inte att se vilken tid filen gäller: den står varken i filens namn eller på det avtalade stället i"
                    + " filen, eller så är det mer än ett kvartal mellan månader där.",
            "Fyll i eller rätta månaden eller perioden i filen, eller ange den i filens namn enligt leveransbeskrivningen."),
    UNREADABLE_TEXT(
            FATAL,
            "Filen har tecken som inte går att läsa med den teckenuppsättning som är avtalad.",
            "Exportera filen på nytt i UTF-8 eller i den avtalade teckenuppsättningen."),
    MALFORMED_FILE(
            FATAL,
            "Filen går inte att dela upp i rader och fält, till exempel för att ett citattecken aldrig stängs.",
            "Exportera filen på nytt; rätta raden som nämns om felet kvarstår."),
    UNEXPECTED_FORMAT(
            FATAL,
            "Filen är av ett annat slag än det avtalade, till exempel en Excelfil i stället för en textfil eller tvärtom, en"
                    + " Excelfil som är gammal (.xls) eller har lösenord, eller en PDF.",
            "Exportera filen i det avtalade formatet. Spara en gammal Excelfil som .xlsx bara om det är avtalat."),
    MALFORMED_ARCHIVE(
            FATAL,
            "Den packade filen (.zip eller .gz) eller Excelfilen är skadad, avbruten eller skyddad med lösenord.",
            "Packa eller spara filen på nytt utan lösenord och skicka den igen."),
    ARCHIVE_NOT_ONE_FILE(
            FATAL,
            "Den packade filen innehåller inte precis en fil, eller innehåller en fil som är packad en gång till.",
            "Packa en fil i taget, en gång, och skicka dem var för sig."),
    ARCHIVE_TOO_LARGE(
            FATAL,
            "Filen är för stor, eller packad så att den innehåller fler filer eller mycket mer data än en leverans kan ha.",
            "Kontrollera vad som packats. Är filen verkligen så stor, skicka den uppdelad på kortare perioder."),
    MISSING_SHEET(
            FATAL,
            "Det avtalade bladet finns inte i Excelfilen.",
            "Exportera filen med det avtalade bladet, under det avtalade namnet och inte dolt."),
    MISSING_COLUMN(
            FATAL,
            "En avtalad kolumn saknas i rubrikraden.",
            "Exportera filen med alla avtalade kolumner och rubriker, även dem som är tomma."),
    REPEATED_COLUMN(
            FATAL,
            "En rubrik står två gånger i rubrikraden, så det går inte att veta vilken kolumn som gäller.",
            "Ta bort den ena kolumnen eller ge den en egen rubrik."),
    EMPTY_FILE(
            FATAL,
            "Filen har inga rader under rubrikraden.",
            "Kontrollera urvalet i exporten. Finns det verkligen inget att lämna, meddela mottagaren."),
    CONTROL_TOTAL_DIFFERS(
            FATAL,
            "Summan i filens slutrad, eller i en verifikation, stämmer inte med raderna.",
            "Kontrollera att filen är hel och exportera den på nytt."),
    TOO_MANY_REJECTED(
            FATAL,
            "Andelen rader med fel är större än gränsen för leveransen.",
            "Rätta felen nedan i källsystemet eller i exporten och skicka hela filen igen."),
    FILE_CHANGED_WHILE_READ(
            FoundBy.NIGHT,
            FATAL,
            "Filen ändrades medan den lästes och är troligen inte färdigskriven.",
            "Inget behöver göras om filen är hel nästa natt; annars skicka den igen."),
    SIGNATURE_INVALID(
            FoundBy.NIGHT,
            FATAL,
            "Den förberedda leveransen är skadad, ändrad, undertecknad med en annan nyckel, eller gäller något annat än dess"
                    + " mapp och namn säger.",
            "Förbered filen på nytt med kommunens nyckel och skicka den oförändrad, under det namn den fick."),
    PREPARED_BY_OTHER_RULES(
            FoundBy.NIGHT,
            FATAL,
            "Leveransen är förberedd med en annan version av reglerna än mottagarens.",
            "Hämta samma version av Trivsel och dess config som mottagaren har, förbered filen på nytt och skicka den."),
    NOT_PREPARED(
            FoundBy.NIGHT,
            FATAL,
            "Kommunen förbereder sina leveranser själv, men den här filen är inte förberedd och kan innehålla personnummer.",
            "Ta bort filen ur inkorgen, förbered den med trivsel prepare och skicka det som kommer ut."),
    WRONG_FIELD_COUNT(
            ERROR,
            "Raden har inte lika många fält som rubrikraden.",
            "Kontrollera om ett fält innehåller skiljetecknet och sätt i så fall citattecken kring det."),
    ERROR_IN_CELL(
            ERROR,
            "Cellen visar ett fel i stället för ett värde, till exempel #SAKNAS! eller #DIVISION/0!, eller har en formel som"
                    + " aldrig har räknats ut.",
            "Rätta cellen i kalkylbladet, eller öppna och spara filen i Excel, och exportera den på nytt."),
    MISSING_VALUE(ERROR, "Ett obligatoriskt fält är tomt.", "Fyll i fältet i källsystemet."),
    VALUE_WITHHELD(
            ERROR,
            "Ett obligatoriskt fält har ett tecken som säger varför det inte har något värde.",
            "Lämna värdet, eller meddela mottagaren att det inte kan lämnas."),
    NOT_A_DATE(ERROR, "Fältet är inte ett datum i den avtalade formen.", "Rätta datumet, till exempel 2015-03-31."),
    NOT_A_MONTH(ERROR, "Fältet är inte en månad i den avtalade formen.", "Rätta månaden, till exempel 2015-03."),
    NOT_A_NUMBER(
            ERROR,
            "Fältet är inte ett tal i den avtalade formen eller har för många siffror eller decimaler.",
            "Rätta talet och kontrollera decimaltecknet."),
    NOT_A_FLAG(ERROR, "Fältet är varken ja eller nej.", "Skriv J eller N, eller lämna fältet tomt."),
    TEXT_TOO_LONG(ERROR, "Texten är längre än fältet får vara.", "Kontrollera att rätt kolumn är exporterad."),
    UNKNOWN_CODE(
            ERROR,
            "Ordet finns inte i listan över kända koder.",
            "Rätta koden, eller be mottagaren lägga till den i källans kodlista."),
    INVALID_PERSONAL_NUMBER(
            ERROR, "Fältet är inte ett giltigt personnummer eller samordningsnummer.", "Rätta numret i källsystemet."),
    INVALID_ORGANISATION_NUMBER(
            ERROR,
            "Fältet är inte ett giltigt organisationsnummer.",
            "Rätta numret, eller lämna fältet tomt om det inte är känt."),
    UNKNOWN_MUNICIPALITY(
            ERROR,
            "Raden i den gemensamma filen hör inte till någon kommun som lämnar uppgifter genom det här systemet.",
            "Fyll i eller rätta kommunen på raden, eller lägg upp kommunen med systemet i config/municipalities."),
    END_BEFORE_START(ERROR, "Slutdatum ligger före startdatum.", "Rätta datumen i källsystemet."),
    DUPLICATE_KEY(
            ERROR,
            "Filen har redan en rad med samma nyckel.",
            "Ta bort dubbletten, eller rätta nyckeln om det är två olika saker."),
    EXTRA_FIELDS(
            WARNING,
            "Raden har fler fält än rubrikraden. De fält som står efter den sista rubriken lästes inte.",
            "Ta bort de överflödiga fälten, eller avtala om dem."),
    CODE_BY_DEFAULT(
            WARNING,
            "Ordet finns inte i listan över kända koder och fick den kod som är avtalad för övriga.",
            "Rätta ordet, eller be mottagaren lägga till det i källans kodlista."),
    CONTROL_TOTAL_DEVIATES(
            WARNING,
            "Summan eller antalet i filens slutrad stämmer inte med raderna. Enligt avtal togs leveransen emot ändå.",
            "Rätta raderna som avvisades, eller kontrollera att filen är hel, och skicka den på nytt."),
    PERSONAL_NUMBER_IN_TEXT(
            WARNING,
            "En text innehåller ett personnummer, eller ett nummer som ser ut som ett. En pseudonym används i stället för"
                    + " texten.",
            "Ta bort personnumret ur texten i källsystemet."),
    PURGED_PERSON(
            FoundBy.NIGHT,
            WARNING,
            "Raden gäller någon vars uppgifter har gallrats på kommunens begäran, eller ett ärende eller en anställning som"
                    + " är dennes. Den användes inte och sparades inte.",
            "Ta bort raden ur källsystemet eller ur urvalet. Ska personen vara med igen, meddela mottagaren."),
    UNKNOWN_COLUMN(
            WARNING,
            "Filen har en kolumn som inte är avtalad. Den lästes inte.",
            "Ta bort kolumnen, särskilt om den innehåller namn eller fritext, eller avtala om den."),
    OVERLAPPING_EMPLOYMENT(
            FoundBy.RULE,
            WARNING,
            "Anställningens villkor slutar efter att nästa villkor för samma anställning har börjat.",
            "Avsluta den äldre raden dagen före den nya, eller rätta datumen i personalsystemet."),
    ABSENCE_OUTSIDE_EMPLOYMENT(
            FoundBy.RULE,
            WARNING,
            "Frånvaron börjar eller slutar en dag då anställningen inte finns i leveransen av anställningar.",
            "Kontrollera anställningsnumret och frånvarons datum, och att anställningen är med i leveransen."),
    PLACEMENT_LEFT_OPEN(
            FoundBy.RULE,
            WARNING,
            "Placeringen saknar slutdatum fast samma person har placerats på nytt.",
            "Avsluta den äldre placeringen i verksamhetssystemet, om den inte pågår samtidigt med den nya."),
    DECISION_BEFORE_REPORT(
            FoundBy.RULE,
            WARNING,
            "Aktualiseringen är bedömd eller beslutad före den dag den kom in.",
            "Rätta datumet i verksamhetssystemet: den dag den kom in, eller bedömningens eller beslutets dag."),
    INVESTIGATION_BEFORE_REFERRAL(
            FoundBy.RULE,
            WARNING,
            "Utredningen är inledd före den dag då aktualiseringen den gäller kom in.",
            "Rätta datumen, eller knyt utredningen till rätt aktualisering."),
    HANDLER_NOT_EMPLOYED(
            FoundBy.RULE,
            WARNING,
            "Ärendet är fördelat på någon som inte var anställd den dagen men är det en annan tid.",
            "Kontrollera handläggaren och dagen, och att anställningens hela tid är med i leveransen."),
    AMOUNT_IN_OTHER_CURRENCY(
            FoundBy.RULE,
            WARNING,
            "Beloppet är i en annan valuta än kronor och räknas därför inte med i någon kostnad.",
            "Lämna beloppet i kronor, så som det är bokfört, eller rätta valutan om den är fel."),
    CREDIT_NOTE_WITHOUT_INVOICE(
            FoundBy.RULE,
            WARNING,
            "Krediteringen kommer från en leverantör som inte har någon faktura som den kan gälla.",
            "Kontrollera tecknet på beloppet och leverantörens nummer, och att fakturan är med i leveransen."),
    IMPLAUSIBLE_ROW_COUNT(
            FoundBy.RULE,
            WARNING,
            "Leveransen har betydligt fler eller färre rader per månad än den förra.",
            "Kontrollera urvalet i exporten: period, enheter och avslutade. Stämmer det behöver inget göras."),
    IMPLAUSIBLE_TOTAL(
            FoundBy.RULE,
            WARNING,
            "Leveransens belopp eller timmar summerar till betydligt mer eller mindre per månad än den förras.",
            "Kontrollera urvalet, enheten (kronor eller tusental) och tecknet. Stämmer det behöver inget göras."),
    IMPLAUSIBLE_TURNOVER(
            FoundBy.RULE,
            WARNING,
            "Nästan ingen har slutat under leveransens senaste tolv månader, fast många är anställda.",
            "Kontrollera att exporten även tar med anställningar som har avslutats."),
    SURVEY_OUT_OF_RANGE(
            FoundBy.RULE,
            WARNING,
            "Svaren kan inte stämma: ett medelvärde utanför skalan 1 till 5, fler svar än utskick eller fler ja än svar.",
            "Kontrollera skalan och att kolumnerna är rätt exporterade. Raden räknas inte med i något mått.");

    private final FoundBy foundBy;
    private final Severity severity;
    private final String what;
    private final String remedy;

    /** Most are made while the file is read. */
    FindingCode(Severity severity, String what, String remedy) {
        this(FoundBy.READING, severity, what, remedy);
    }

    FindingCode(FoundBy foundBy, Severity severity, String what, String remedy) {
        this.foundBy = foundBy;
        this.severity = severity;
        this.what = what;
        this.remedy = remedy;
    }

    /** The stable code in lower case, as it stands in receipts, tables and {@code data-samples/broken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The finding that a stored code names.
     *
     * @throws IllegalArgumentException when the catalogue has no such code
     */
    public static FindingCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public FoundBy foundBy() {
        return foundBy;
    }

    public Severity severity() {
        return severity;
    }

    /** One Swedish sentence: what is wrong. */
    public String what() {
        return what;
    }

    /** One or two Swedish sentences: what the sender does about it. */
    public String remedy() {
        return remedy;
    }
}
