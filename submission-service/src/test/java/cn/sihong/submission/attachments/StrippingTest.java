package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import javax.imageio.ImageIO;

class StrippingTest {

    private static final String PLACE = "GPS 36.67N 117.02E";

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"JPEG", "PNG"})
    void thePictureStaysTheSame(FileFormat format) throws IOException {
        var original = picture(format);
        var stripped = strip(original);
        var before = ImageIO.read(new ByteArrayInputStream(original));
        var after = ImageIO.read(new ByteArrayInputStream(stripped));
        assertThat(after.getRGB(3, 3)).isEqualTo(before.getRGB(3, 3));
        assertThat(after.getWidth()).isEqualTo(before.getWidth());
    }

    @Test
    void theCamerasNotesAreGoneButWhichWayIsUp() throws IOException {
        var stripped = strip(withExif(picture(FileFormat.JPEG), 6));
        assertThat(text(stripped)).doesNotContain(PLACE);
        assertThat(ExifOrientation.of(firstExif(stripped))).isEqualTo(6);
    }

    @Test
    void anUprightPictureKeepsNoNoteAtAll() throws IOException {
        assertThat(text(strip(withExif(picture(FileFormat.JPEG), 1)))).doesNotContain("Exif");
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"JPEG", "PNG"})
    void whatHidesBehindTheEndIsCutOff(FileFormat format) throws IOException {
        var picture = picture(format);
        var polyglot = join(picture, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(strip(polyglot)).isEqualTo(strip(picture));
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"JPEG", "PNG"})
    void aTornPictureIsRefused(FileFormat format) throws IOException {
        var picture = picture(format);
        for (int length : new int[] {picture.length - 1, picture.length / 2, 40})
            assertThatExceptionOfType(UnsupportedFile.class)
                    .isThrownBy(() -> strip(Arrays.copyOf(picture, length)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
                "%PDF-1.7",
                "GIF89a",
                "PK\u0003\u0004",
                "<!DOCTYPE html><p>"
            })
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String content) {
        assertThatExceptionOfType(UnsupportedFile.class)
                .isThrownBy(() -> strip(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aPictureThatWouldUnpackTooLargeIsRefusedUnopened() throws IOException {
        var bomb = picture(FileFormat.PNG);
        Arrays.fill(bomb, 16, 24, (byte) 0);
        bomb[18] = (byte) 0xFF; // 65,280 wide
        bomb[22] = (byte) 0xFF; // and as high
        assertThatExceptionOfType(TooManyPixels.class).isThrownBy(() -> strip(bomb));
    }

    static byte[] picture(FileFormat format) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 20, 30);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format == FileFormat.JPEG ? "jpeg" : "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] strip(byte[] bytes) throws IOException {
        try (var spool = Spool.of(new ByteArrayInputStream(bytes))) {
            return Files.readAllBytes(spool.cleaned());
        }
    }

    /** What a phone writes behind the first marker: which way is up, and where it was. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var notes =
                join(ExifOrientation.alone(orientation), PLACE.getBytes(StandardCharsets.US_ASCII));
        var head =
                new byte[] {
                    (byte) 0xFF,
                    (byte) 0xE1,
                    (byte) ((notes.length + 2) >> 8),
                    (byte) (notes.length + 2)
                };
        return join(
                join(Arrays.copyOf(jpeg, 2), join(head, notes)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] firstExif(byte[] jpeg) {
        int at = text(jpeg).indexOf("Exif");
        return Arrays.copyOfRange(jpeg, at, jpeg.length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
