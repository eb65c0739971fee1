package se.trivsel.lake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What can happen to a file on its way, one thing each. */
enum Mutation {
    FLIPPED_BYTE {
        @Override
        byte[] of(byte[] content, Random chance) {
            byte[] flipped = content.clone();
            flipped[chance.nextInt(content.length)] = (byte) chance.nextInt(256);
            return flipped;
        }
    },
    INSERTED {
        @Override
        byte[] of(byte[] content, Random chance) {
            byte[] inserted = one(
                    chance, "\"", "\"\"", ";", "\t", ",", "|", "\r", "\n", "\r\n", "\0", "\u0085", "\ufeff", "å",
                    "\"\n\"", " ");
            int at = chance.nextInt(content.length + 1);
            return joined(Arrays.copyOf(content, at), inserted, Arrays.copyOfRange(content, at, content.length));
        }
    },
    CUT_OUT {
        @Override
        byte[] of(byte[] content, Random chance) {
            int at = chance.nextInt(content.length);
            int to = Math.min(content.length, at + 1 + chance.nextInt(40));
            return joined(Arrays.copyOf(content, at), Arrays.copyOfRange(content, to, content.length));
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] content, Random chance) {
            return Arrays.copyOf(content, chance.nextInt(content.length + 1));
        }
    },
    REPEATED {
        @Override
        byte[] of(byte[] content, Random chance) {
            int at = chance.nextInt(content.length);
            int to = Math.min(content.length, at + 1 + chance.nextInt(120));
            byte[] part = Arrays.copyOfRange(content, at, to);
            var repeated = new ByteArrayOutputStream();
            repeated.write(content, 0, at);
            for (int times = 1 + chance.nextInt(30); times > 0; times--) {
                repeated.writeBytes(part);
            }
            repeated.write(content, at, content.length - at);
            return repeated.toByteArray();
        }
    },
    OTHER_SIGN_EVERYWHERE {
        @Override
        byte[] of(byte[] content, Random chance) {
            byte[] signs = ";,\t|\"\r\n \0.-0".getBytes(StandardCharsets.US_ASCII);
            byte from = signs[chance.nextInt(signs.length)];
            byte to = signs[chance.nextInt(signs.length)];
            byte[] changed = content.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] = changed[i] == from ? to : changed[i];
            }
            return changed;
        }
    },
    OTHER_LINE_ENDS {
        @Override
        byte[] of(byte[] content, Random chance) {
            String end = new String(one(chance, "\r\n", "\r", "\n", "\n\n", "\n\r"), StandardCharsets.ISO_8859_1);
            return new String(content, StandardCharsets.ISO_8859_1)
                    .replaceAll("\r\n|\r|\n", end)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    OTHER_CHARSET {
        @Override
        byte[] of(byte[] content, Random chance) {
            String text = new String(content, StandardCharsets.UTF_8);
            String name = CHARSETS.get(chance.nextInt(CHARSETS.size()));
            return (chance.nextBoolean() ? "\ufeff" + text : text).getBytes(Charset.forName(name));
        }
    },
    LINE_LOSES_ITS_SEPARATORS {
        @Override
        byte[] of(byte[] content, Random chance) {
            byte[] changed = content.clone();
            boolean isHit = false;
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == '\n' || changed[i] == '\r') {
                    isHit = chance.nextInt(5) == 0;
                } else if (isHit && (changed[i] == ';' || changed[i] == '\t' || changed[i] == ',')) {
                    changed[i] = ' ';
                }
            }
            return changed;
        }
    },
    PACKED {
        @Override
        byte[] of(byte[] content, Random chance) {
            var packed = new ByteArrayOutputStream();
            try {
                if (chance.nextBoolean()) {
                    try (var gzip = new GZIPOutputStream(packed)) {
                        gzip.write(content);
                    }
                } else {
                    try (var zip = new ZipOutputStream(packed)) {
                        for (int entry = chance.nextInt(3); entry >= 0; entry--) {
                            zip.putNextEntry(new ZipEntry("fil" + entry));
                            zip.write(content);
                        }
                    }
                }
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
            return packed.toByteArray();
        }
    };

    private static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1252", "IBM850", "IBM437", "x-MacRoman");

    abstract byte[] of(byte[] content, Random chance);

    /** One to four of them, one after the other. */
    static byte[] some(byte[] content, Random chance) {
        byte[] mutated = content;
        for (int times = 1 + chance.nextInt(4); times > 0 && mutated.length > 0; times--) {
            mutated = values()[chance.nextInt(values().length)].of(mutated, chance);
        }
        return mutated;
    }

    private static byte[] one(Random chance, String... texts) {
        return texts[chance.nextInt(texts.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
