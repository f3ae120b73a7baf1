package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

@SihongTest
class LookalikesTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Town town;
    long seed;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
        seed = UUID.randomUUID().getMostSignificantBits();
    }

    @Test
    void theSamePictureOfAnotherSchoolIsNoticedThoughSmallerAndWorse() throws Exception {
        upload(town.school(), town.infoOfficer(), jpeg(scene(seed, 1_200, 800), 0.95f));
        var copy =
                upload(
                        town.stranger(),
                        town.strangerSecretary(),
                        jpeg(scene(seed, 600, 400), 0.4f));
        assertThat(notices(copy, town.strangerSecretary())).containsExactly(false);
        // private: nobody but the school is told
        assertThat(notices(copy, town.otherReviewer())).isEmpty();
        assertThat(notices(copy, town.office())).isEmpty();
    }

    @Test
    void otherPicturesAreOthers() throws Exception {
        for (int n = 1; n < 8; n++)
            upload(town.school(), town.infoOfficer(), jpeg(scene(seed + n, 900, 600), 0.9f));
        var own =
                upload(
                        town.stranger(),
                        town.strangerSecretary(),
                        jpeg(scene(seed, 900, 600), 0.9f));
        assertThat(notices(own, town.strangerSecretary())).isEmpty();
    }

    @Test
    void onesOwnPictureOfLastYearIsNoticedAndThisYearsSeriesIsNot() throws Exception {
        var last = upload(town.school(), town.infoOfficer(), jpeg(scene(seed, 900, 600), 0.9f));
        var series = upload(town.school(), town.infoOfficer(), jpeg(scene(seed, 900, 600), 0.8f));
        assertThat(notices(series, town.secretary())).isEmpty();
        Reach.everything()
                .during(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "update attachments set uploaded_at = uploaded_at - interval '400 days' where id = ?")
                                        .param(last)
                                        .update()));
        var again = upload(town.school(), town.infoOfficer(), jpeg(scene(seed, 800, 533), 0.7f));
        assertThat(notices(again, town.secretary())).containsExactly(true);
    }

    @Test
    void aBareWallLooksLikeNothing() {
        var wall = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        assertThat(Fingerprint.of(wall)).isNull();
    }

    @Test
    void twoPrintsThatAreTheSameShareAPiece() {
        var chance = new SplittableRandom(7);
        for (int round = 0; round < 1_000; round++) {
            var one = new Fingerprint(chance.nextLong(), chance.nextLong());
            long across = one.across();
            long down = one.down();
            for (int bit = 0; bit < Fingerprint.SAME; bit++)
                if (chance.nextBoolean()) across ^= 1L << chance.nextInt(64);
                else down ^= 1L << chance.nextInt(64);
            var other = new Fingerprint(across, down);
            assertThat(one.isSameAs(other)).isTrue();
            assertThat(one.pieces()).containsAnyElementsOf(other.pieces());
        }
    }

    private UUID upload(Organisation school, Person by, byte[] bytes) {
        var id = UUID.randomUUID();
        Desk.of(mvc, by)
                .perform(
                        post("/api/attachments")
                                .queryParam("id", id.toString())
                                .queryParam("school", school.id().value().toString())
                                .queryParam("name", "照片.jpg")
                                .contentType("application/octet-stream")
                                .content(bytes));
        return id;
    }

    private List<Boolean> notices(UUID id, Person by) {
        return Desk.read(
                Desk.of(mvc, by).gets("/api/attachments/%s/about", id),
                "$.lookalikes[*].ownSchool");
    }

    /** Patches of light and shade; the same seed is the same scene at any size. */
    private static BufferedImage scene(long seed, int width, int height) {
        var chance = new SplittableRandom(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int n = 0; n < 60; n++) {
            pen.setColor(new Color(chance.nextInt(256), chance.nextInt(256), chance.nextInt(256)));
            pen.fillRect(
                    (int) (chance.nextDouble() * width),
                    (int) (chance.nextDouble() * height),
                    width / 4,
                    height / 4);
        }
        pen.dispose();
        return image;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
