package cn.sihong.submission.attachments;

import org.jspecify.annotations.Nullable;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture made small: for lists to show, and for pictures to be compared by. Read line by line at
 * the coarseness that is needed, so that fifty megapixels never stand in memory; two at a time.
 */
final class Miniature {

    static final int SIDE = 320;

    private static final Semaphore AT_ONCE = new Semaphore(2);

    private final byte[] jpeg;
    private final @Nullable Fingerprint fingerprint;

    private Miniature(byte[] jpeg, @Nullable Fingerprint fingerprint) {
        this.jpeg = jpeg;
        this.fingerprint = fingerprint;
    }

    /** At most {@link #SIDE} high and wide, the right way up. */
    byte[] jpeg() {
        return jpeg.clone();
    }

    /** Absent where there is too little to tell it from others by. */
    @Nullable Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Refuses a picture that cannot be drawn: whatever is in it, nobody will ever see it. */
    static Miniature of(Path picture, FileFormat format) throws IOException {
        AT_ONCE.acquireUninterruptibly();
        try {
            var small = upright(fitted(coarse(picture, format)), orientation(picture, format));
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(small, "jpeg", bytes)) throw new UnsupportedFile();
            return new Miniature(bytes.toByteArray(), Fingerprint.of(small));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | javax.imageio.IIOException e) {
            throw new UnsupportedFile();
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage coarse(Path picture, FileFormat format) throws IOException {
        var reader = ImageIO.getImageReadersByMIMEType(format.type()).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(picture.toFile())) {
            reader.setInput(input, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            int step = Math.max(1, longest / (2 * SIDE));
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage fitted(BufferedImage coarse) {
        double scale = Math.min(1, (double) SIDE / Math.max(coarse.getWidth(), coarse.getHeight()));
        int width = Math.max(1, (int) Math.round(coarse.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(coarse.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(coarse, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return small;
    }

    private static int orientation(Path picture, FileFormat format) throws IOException {
        if (format != FileFormat.JPEG) return 1;
        try (var in = Files.newInputStream(picture)) {
            return ExifOrientation.ofJpeg(in.readNBytes(ExifOrientation.FAR_ENOUGH));
        }
    }

    /** As Exif numbers the eight ways to hold a camera. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        if (turn.isIdentity()) return image;
        boolean lying = orientation >= 5;
        var turned =
                new BufferedImage(
                        lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return turned;
    }
}
