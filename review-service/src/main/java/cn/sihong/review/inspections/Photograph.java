package cn.sihong.review.inspections;

import cn.sihong.platform.problem.InvalidInput;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture as it is kept: drawn anew from what came, so that nothing but the picture is in it, no
 * place and no device.
 */
final class Photograph {

    /** In bytes. The portal makes pictures small before it keeps them for sending. */
    static final int MOST = 2 * 1024 * 1024;

    private static final long MOST_PIXELS = 16_000_000;

    private Photograph() {}

    /** The JPEG to keep; refuses what is no JPEG, or too large to be drawn. */
    static byte[] redrawn(byte[] sent) {
        if (sent.length > MOST) throw refused("照片超过 2 MB，请压缩后重新拍摄或选择。");
        try {
            var drawn = onWhite(read(sent));
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(drawn, "jpeg", bytes)) throw new IOException("no writer");
            return bytes.toByteArray();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused("这张照片无法打开，请重新拍摄或选择 JPEG 照片。");
        }
    }

    private static BufferedImage read(byte[] sent) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS)
                throw refused("照片的像素过高，请压缩后重新选择。");
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var drawn =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private static InvalidInput refused(String message) {
        return new InvalidInput("photo", message);
    }
}
