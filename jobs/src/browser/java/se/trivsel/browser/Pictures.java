package se.trivsel.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import se.trivsel.warehouse.Repository;

/**
 * Pictures of pages that somebody has looked at, and whether a page still looks so.
 *
 * <p>Another version of the browser draws the edges of letters otherwise. So a dot differs only when nothing like it is beside
 * it in the other picture, and a few dots may. Own code: what libraries there are compare dot by dot.
 */
final class Pictures {
    static final double SHARE_THAT_MAY_DIFFER = 0.0001;
    private static final int LIKE = 64;
    private static final int STEP = 17;

    private static final Path REVIEWED = Repository.path("jobs/src/browser/resources/pictures");
    private static final Path DRAWN_BY = REVIEWED.resolveSibling("pictures.txt");
    private static final Path SEEN = Repository.path("jobs/target/pictures");

    private Pictures() {}

    /**
     * Whether the pictures are of this version of the browser, or are being made now.
     *
     * <p>Another one breaks lines at other words: nobody changed the page, and every picture differs.
     */
    static boolean areDrawnBy(String version) throws IOException {
        if (isAccepting()) {
            Files.writeString(DRAWN_BY, version + "\n");
        }
        return Files.readString(DRAWN_BY).strip().equals(version);
    }

    /** Fails when a page looks otherwise than on its picture; {@code -Dpictures.accept} makes what is seen the picture. */
    static void compare(String name, BufferedImage seen) throws IOException {
        BufferedImage drawn = reduced(seen);
        Path reviewed = REVIEWED.resolve(name + ".png");
        double share = Files.exists(reviewed) ? differing(ImageIO.read(reviewed.toFile()), drawn, name) : 1;
        if (share <= SHARE_THAT_MAY_DIFFER) {
            return;
        }
        if (isAccepting()) {
            write(drawn, reviewed);
            return;
        }
        write(drawn, SEEN.resolve(name + ".png"));
        throw new AssertionError(
                "%s looks otherwise: %.2f %% of it. See %s.png and %s-difference.png in jobs/target/pictures; when it is right, run again with -Dpictures.accept and look at what git says has changed"
                        .formatted(name, share * 100, name, name));
    }

    /** The share of dots that are unlike; where there are too many, they are drawn. */
    private static double differing(BufferedImage before, BufferedImage now, String name) throws IOException {
        double share = share(before, now);
        if (share > SHARE_THAT_MAY_DIFFER
                && before.getWidth() == now.getWidth()
                && before.getHeight() == now.getHeight()) {
            var drawn = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
            dots(now)
                    .forEach(dot -> drawn.setRGB(
                            dot % now.getWidth(),
                            dot / now.getWidth(),
                            isUnlike(before, now, dot)
                                    ? 0xd00000
                                    : now.getRGB(dot % now.getWidth(), dot / now.getWidth()) | 0xc0c0c0));
            write(drawn, SEEN.resolve(name + "-difference.png"));
        }
        return share;
    }

    static double share(BufferedImage before, BufferedImage now) {
        if (before.getWidth() != now.getWidth() || before.getHeight() != now.getHeight()) {
            return 1;
        }
        return (double) dots(now).filter(dot -> isUnlike(before, now, dot)).count()
                / dots(now).count();
    }

    private static IntStream dots(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight());
    }

    private static boolean isUnlike(BufferedImage before, BufferedImage now, int dot) {
        int x = dot % now.getWidth();
        int y = dot / now.getWidth();
        return isAlone(before.getRGB(x, y), now, x, y) || isAlone(now.getRGB(x, y), before, x, y);
    }

    private static boolean isAlone(int colour, BufferedImage picture, int x, int y) {
        for (int beside = Math.max(0, x - 1); beside <= Math.min(picture.getWidth() - 1, x + 1); beside++) {
            for (int above = Math.max(0, y - 1); above <= Math.min(picture.getHeight() - 1, y + 1); above++) {
                if (isLike(colour, picture.getRGB(beside, above))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLike(int one, int other) {
        return IntStream.of(0, 8, 16)
                .allMatch(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) <= LIKE);
    }

    /** Sixteen shades a colour, and a palette where that is enough: a tenth of the bytes in the repository. */
    static BufferedImage reduced(BufferedImage seen) {
        int width = seen.getWidth();
        int height = seen.getHeight();
        int[] colours = seen.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < colours.length; i++) {
            int colour = colours[i];
            colours[i] = shade(colour >> 16) << 16 | shade(colour >> 8) << 8 | shade(colour);
        }
        int[] palette = IntStream.of(colours).distinct().sorted().toArray();
        BufferedImage reduced = palette.length <= 256
                ? new BufferedImage(
                        width,
                        height,
                        BufferedImage.TYPE_BYTE_INDEXED,
                        new IndexColorModel(8, palette.length, palette, 0, false, -1, 0))
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        reduced.setRGB(0, 0, width, height, colours, 0, width);
        return reduced;
    }

    private static int shade(int channel) {
        return ((channel & 0xff) + STEP / 2) / STEP * STEP;
    }

    /** Whether pictures are being made rather than compared. */
    static boolean isAccepting() {
        return System.getProperty("pictures.accept") != null;
    }

    static Path reviewed() {
        return REVIEWED;
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        ImageIO.write(picture, "png", file.toFile());
    }
}
