package cn.sihong.submission.attachments;

import org.apache.tika.Tika;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** The kinds of file that are taken, told by their content. */
enum FileFormat {
    JPEG(Kind.PICTURE, "image/jpeg", ".jpg"),
    PNG(Kind.PICTURE, "image/png", ".png"),
    MP4(Kind.VIDEO, "video/mp4", ".mp4"),
    MOV(Kind.VIDEO, "video/quicktime", ".mov"),
    PDF(Kind.DOCUMENT, "application/pdf", ".pdf"),
    DOCX(
            Kind.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx"),
    XLSX(
            Kind.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx"),
    PPTX(
            Kind.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".pptx");

    /** A picture of more than this unpacks to more memory than anybody should have to give. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final Set<String> VIDEOS =
            Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/3gpp");
    private static final Set<String> PACKAGES =
            Set.of("application/zip", "application/x-tika-ooxml");

    private static final Tika DETECTION = new Tika();

    private final Kind kind;
    private final String type;
    private final String ending;

    FileFormat(Kind kind, String type, String ending) {
        this.kind = kind;
        this.type = type;
        this.ending = ending;
    }

    Kind kind() {
        return kind;
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    static FileFormat ofType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.type.equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Tells by content; refuses whatever else it is, and whatever is too large for its kind. */
    static FileFormat of(Path file) throws IOException {
        var detected = DETECTION.detect(head(file));
        var format =
                PACKAGES.contains(detected)
                        ? OfficePackage.formatOf(file)
                        : VIDEOS.contains(detected)
                                ? MP4
                                : Arrays.stream(values())
                                        .filter(known -> known.type.equals(detected))
                                        .findFirst()
                                        .orElseThrow(UnsupportedFile::new);
        if (Files.size(file) > format.kind.most()) throw new FileTooLarge(format.kind);
        return format;
    }

    /** Copies what people are to see and nothing else; refuses what is torn or would do harm. */
    void clean(Path from, Path to) throws IOException {
        switch (this) {
            case JPEG, PNG -> {
                mustBeOpenable(from);
                try (var in = new BufferedInputStream(Files.newInputStream(from));
                        var out = Files.newOutputStream(to)) {
                    strip(in, new java.io.BufferedOutputStream(out));
                }
            }
            case MP4, MOV -> Mp4Boxes.strip(from, to);
            case PDF -> {
                PdfGuard.mustBeHarmless(from);
                Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            case DOCX, XLSX, PPTX -> OfficePackage.repack(from, to);
        }
    }

    /** Copies the picture and nothing but the picture. */
    void strip(InputStream from, OutputStream to) throws IOException {
        if (this == JPEG) JpegSegments.strip(from, to);
        else PngChunks.strip(from, to);
        to.flush();
    }

    /** Reads the size from the header; nothing is unpacked. */
    private void mustBeOpenable(Path file) throws IOException {
        var reader = ImageIO.getImageReadersByMIMEType(type).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) throw new TooManyPixels(MOST_PIXELS);
        } catch (IOException | RuntimeException e) {
            if (e instanceof TooManyPixels tooMany) throw tooMany;
            throw new UnsupportedFile();
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
