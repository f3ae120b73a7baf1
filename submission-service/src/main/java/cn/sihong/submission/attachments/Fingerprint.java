package cn.sihong.submission.attachments;

import org.jspecify.annotations.Nullable;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * How a picture looks, in 128 bits: whether it gets brighter from each of 8 × 8 fields to its right
 * and to its lower neighbour (a difference hash). Another size, another compression or a little
 * more light change few bits; another picture changes about half.
 */
record Fingerprint(long across, long down) {

    /** In how many bits two pictures may differ and still be taken for the same. */
    static final int SAME = 7;

    /** A wall without anything on it looks like every other wall. */
    private static final int LEAST_BITS = 12;

    private static final int FIELDS = 8;
    private static final int NOTICEABLE = 3;
    private static final int BAND = 16;

    static @Nullable Fingerprint of(BufferedImage image) {
        var grey = new BufferedImage(FIELDS + 1, FIELDS + 1, BufferedImage.TYPE_BYTE_GRAY);
        var pen = grey.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(averaged(image), 0, 0, FIELDS + 1, FIELDS + 1, null);
        pen.dispose();
        var light = grey.getRaster();
        long across = 0;
        long down = 0;
        for (int y = 0; y < FIELDS; y++)
            for (int x = 0; x < FIELDS; x++) {
                int here = light.getSample(x, y, 0);
                across = (across << 1) | (light.getSample(x + 1, y, 0) - here > NOTICEABLE ? 1 : 0);
                down = (down << 1) | (light.getSample(x, y + 1, 0) - here > NOTICEABLE ? 1 : 0);
            }
        var print = new Fingerprint(across, down);
        return Long.bitCount(across) + Long.bitCount(down) < LEAST_BITS ? null : print;
    }

    int distance(Fingerprint other) {
        return Long.bitCount(across ^ other.across) + Long.bitCount(down ^ other.down);
    }

    boolean isSameAs(Fingerprint other) {
        return distance(other) <= SAME;
    }

    /**
     * Eight pieces of sixteen bits, each with its place. Two prints that differ in at most {@link
     * #SAME} bits have a piece in common, so an index over pieces finds them. Empty pieces are left
     * out, since too many pictures share them; what is alike in nothing else is not found.
     */
    List<Integer> pieces() {
        var pieces = new ArrayList<Integer>();
        for (int place = 0; place < 2 * Long.SIZE / BAND; place++) {
            long half = place < Long.SIZE / BAND ? across : down;
            int piece = ((int) (half >>> ((place * BAND) % Long.SIZE))) & 0xFFFF;
            if (piece != 0) pieces.add((place << BAND) | piece);
        }
        return pieces;
    }

    /** Halved until it is small: each field then stands for all of its pixels. */
    private static BufferedImage averaged(BufferedImage image) {
        var small = image;
        while (small.getWidth() >= 4 * FIELDS && small.getHeight() >= 4 * FIELDS) {
            var half =
                    new BufferedImage(
                            small.getWidth() / 2,
                            small.getHeight() / 2,
                            BufferedImage.TYPE_INT_RGB);
            var pen = half.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(small, 0, 0, half.getWidth(), half.getHeight(), null);
            pen.dispose();
            small = half;
        }
        return small;
    }
}
