package cn.sihong.scenarios.town;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/** A small JPEG that looks like a room with things on its wall; each seed gives another. */
public final class Photo {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 427;

    private Photo() {}

    public static byte[] of(long seed) {
        var chance = new SplittableRandom(seed);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var wall = Color.getHSBColor((float) chance.nextDouble(0.02, 0.12), 0.25f, 0.95f);
        pen.setPaint(new GradientPaint(0, 0, wall, 0, HEIGHT, wall.darker()));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xB5, 0x1C, 0x1C));
        pen.fillRect(0, 0, WIDTH, chance.nextInt(40, 70));
        for (var frame = 0; frame < chance.nextInt(4, 9); frame++) {
            var x = 30 + chance.nextInt(WIDTH - 160);
            var y = 90 + chance.nextInt(150);
            pen.setColor(new Color(0x7A, 0x55, 0x33));
            pen.fillRect(x, y, 110, 80);
            pen.setColor(Color.getHSBColor((float) chance.nextDouble(), 0.35f, 0.85f));
            pen.fillRect(x + 6, y + 6, 98, 68);
        }
        pen.setColor(new Color(0x9C, 0x7A, 0x54));
        pen.fillRect(0, HEIGHT - 90, WIDTH, 90);
        pen.dispose();
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", bytes)) throw new IllegalStateException("no JPEG");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
