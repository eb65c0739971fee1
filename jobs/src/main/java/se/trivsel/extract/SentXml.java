package se.trivsel.extract;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * XML that somebody sent, read as a stream in the charset it says.
 *
 * <p>Document types and entities are refused unread, and so is a name, comment or attribute without end: each would let
 * a small file take all memory.
 */
final class SentXml {
    private static final int LOOKED_AT = 1024;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private SentXml() {}

    /**
     * Opens a document.
     *
     * @param line what its first line is called
     */
    static XMLStreamReader open(InputStream in, int line) throws IOException, UnreadableDelivery {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        var text = new Bounded(text(in, line));
        try {
            return new Guarded(factory.createXMLStreamReader(text), text);
        } catch (XMLStreamException broken) {
            throw refusal(broken, line);
        }
    }

    /** Decoded here and not by the parser, which prints what it cannot decode. */
    private static Reader text(InputStream in, int line) throws IOException, UnreadableDelivery {
        var bytes = new BufferedInputStream(in);
        bytes.mark(LOOKED_AT);
        byte[] start = bytes.readNBytes(LOOKED_AT);
        bytes.reset();
        Optional<TextDecoding> told = TextDecoding.toldBy(start, start.length);
        if (told.isPresent()) {
            bytes.skipNBytes(told.get().markLength());
            return new InputStreamReader(bytes, told.get().decoder());
        }
        Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        try {
            Charset charset = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
            return new InputStreamReader(bytes, new TextDecoding(charset, 0).decoder());
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableDelivery(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(line)));
        }
    }

    /** What to say of a document that cannot be read on; a disk that fails is not the sender's fault. */
    static UnreadableDelivery refusal(XMLStreamException broken, int line) throws IOException {
        Throwable cause = broken.getNestedException();
        if (cause instanceof CharacterCodingException) {
            return new UnreadableDelivery(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(line)));
        }
        if (cause instanceof IOException failure && !(failure instanceof EndlessRecord)) {
            throw failure;
        }
        return new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(line)));
    }

    private static final class Guarded extends StreamReaderDelegate {
        private final Bounded text;

        Guarded(XMLStreamReader xml, Bounded text) {
            super(xml);
            this.text = text;
        }

        @Override
        public int next() throws XMLStreamException {
            text.sinceEvent = 0;
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("Document types and entities are not read");
            }
            return event;
        }
    }

    /** Text of which the parser takes only so much without telling what it is. */
    private static final class Bounded extends FilterReader {
        private long sinceEvent;

        Bounded(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            sinceEvent += Math.max(0, count);
            if (sinceEvent > WrittenRecord.LONGEST) {
                throw new EndlessRecord();
            }
            return count;
        }
    }
}
