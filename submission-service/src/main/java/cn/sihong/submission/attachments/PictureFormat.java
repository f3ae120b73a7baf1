package cn.sihong.submission.attachments;

import org.apache.tika.Tika;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** The two kinds of picture that are taken. */
enum PictureFormat {
    JPEG("image/jpeg", "jpeg", ".jpg"),
    PNG("image/png", "png", ".png");

    /** A picture of more than this unpacks to more memory than anybody should have to give. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final Tika DETECTION = new Tika();

    private final String type;
    private final String reader;
    private final String ending;

    PictureFormat(String type, String reader, String ending) {
        this.type = type;
        this.reader = reader;
        this.ending = ending;
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    /** Tells by content; refuses whatever else it is, and a picture that is too wide to open. */
    static PictureFormat of(Path file) throws IOException {
        var detected = DETECTION.detect(head(file));
        var format =
                Arrays.stream(values())
                        .filter(known -> known.type.equals(detected))
                        .findFirst()
                        .orElseThrow(NotAPicture::new);
        format.mustBeOpenable(file);
        return format;
    }

    static PictureFormat ofType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.type.equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Copies the picture and nothing but the picture. */
    void strip(InputStream from, OutputStream to) throws IOException {
        switch (this) {
            case JPEG -> JpegSegments.strip(from, to);
            case PNG -> PngChunks.strip(from, to);
        }
    }

    /** Reads the size from the header; nothing is unpacked. */
    private void mustBeOpenable(Path file) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(this.reader).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) throw new TooManyPixels(MOST_PIXELS);
        } catch (IOException | RuntimeException e) {
            if (e instanceof TooManyPixels tooMany) throw tooMany;
            throw new NotAPicture();
        } finally {
            reader.dispose();
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(8_192);
        }
    }
}
