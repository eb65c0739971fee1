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
            "Filen är av ett annat slag än det avtalade, till exempel ett gammalt Excelformat (.xls) eller en PDF.",
            "Exportera filen i det avtalade formatet. Spara en gammal Excelfil som .xlsx bara om det är avtalat."),
    MALFORMED_ARCHIVE(
            FATAL,
            "Den packade filen (.zip eller .gz) är skadad, avbruten eller skyddad med lösenord.",
            "Packa filen på nytt utan lösenord och skicka den igen."),
    ARCHIVE_NOT_ONE_FILE(
            FATAL,
            "Den packade filen innehåller inte precis en fil, eller innehåller en fil som är packad en gång till.",
            "Packa en fil i taget, en gång, och skicka dem var för sig."),
    ARCHIVE_TOO_LARGE(
            FATAL,
            "Filen är för stor, eller packad så att den innehåller fler filer eller mycket mer data än en leverans kan ha.",
            "Kontrollera vad som packats. Är filen verkligen så stor, skicka den uppdelad på kortare perioder."),
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
            FATAL,
            "Filen ändrades medan den lästes och är troligen inte färdigskriven.",
            "Inget behöver göras om filen är hel nästa natt; annars skicka den igen."),
    WRONG_FIELD_COUNT(
            ERROR,
            "Raden har inte lika många fält som rubrikraden.",
            "Kontrollera om ett fält innehåller skiljetecknet och sätt i så fall citattecken kring det."),
    MISSING_VALUE(ERROR, "Ett obligatoriskt fält är tomt.", "Fyll i fältet i källsystemet."),
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
    END_BEFORE_START(ERROR, "Slutdatum ligger före startdatum.", "Rätta datumen i källsystemet."),
    DUPLICATE_KEY(
            ERROR,
            "Filen har redan en rad med samma nyckel.",
            "Ta bort dubbletten, eller rätta nyckeln om det är två olika saker."),
    UNKNOWN_COLUMN(
            WARNING,
            "Filen har en kolumn som inte är avtalad. Den lästes inte.",
            "Ta bort kolumnen, särskilt om den innehåller namn eller fritext, eller avtala om den.");

    private final Severity severity;
    private final String what;
    private final String remedy;

    FindingCode(Severity severity, String what, String remedy) {
        this.severity = severity;
        this.what = what;
        this.remedy = remedy;
    }

    /** The stable code in lower case, as it stands in receipts, tables and {@code data-samples/broken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
