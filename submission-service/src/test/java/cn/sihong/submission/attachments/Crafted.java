package cn.sihong.submission.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/**
 * Files made to deceive, and honest ones beside them, each by a few lines and none stored. {@link
 * #HIDDEN} stands wherever something is hidden that nobody may ever get back.
 */
final class Crafted {

    static final String HIDDEN = "<script>GPS 36.67N 117.02E</script>";

    private Crafted() {}

    /** Honest files, and files that are honest once they are cleaned. */
    static Map<String, byte[]> good() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("plain.jpg", jpeg(64, 48));
        files.put("wide.jpg", jpeg(3000, 20));
        files.put("with-place.jpg", jpegWith(0xE1, "Exif\0\0MM\0*" + HIDDEN));
        files.put("with-comment.jpg", jpegWith(0xFE, HIDDEN));
        files.put("with-xmp.jpg", jpegWith(0xE1, "http://ns.adobe.com/xap/1.0/\0" + HIDDEN));
        files.put("with-iptc.jpg", jpegWith(0xED, "Photoshop 3.0\0" + HIDDEN));
        files.put("with-odd-app0.jpg", jpegWith(0xE0, "JFXX\0" + HIDDEN));
        files.put("with-false-profile.jpg", jpegWith(0xE2, "MPF\0" + HIDDEN));
        files.put("with-odd-adobe.jpg", jpegWith(0xEE, "Adobe" + HIDDEN));
        files.put("with-reserved.jpg", jpegWith(0xF5, HIDDEN));
        files.put("with-page-behind.jpg", join(jpeg(64, 48), bytes(HIDDEN)));
        files.put("with-zip-behind.jpg", join(jpeg(64, 48), zip(Map.of("a.txt", bytes(HIDDEN)))));
        files.put("called-exe.exe", jpeg(20, 20));
        files.put("plain.png", png(64, 48));
        files.put("called-jpg.jpg", png(30, 30));
        files.put("with-text.png", pngWith("tEXt", "Comment\0" + HIDDEN));
        files.put("with-xmp.png", pngWith("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + HIDDEN));
        files.put("with-exif.png", pngWith("eXIf", "MM\0*" + HIDDEN));
        files.put("with-private.png", pngWith("prVt", HIDDEN));
        files.put("with-page-behind.png", join(png(30, 30), bytes(HIDDEN)));
        files.put("plain.mp4", mp4("isom", trak("vide"), ""));
        files.put("sound-too.mp4", mp4("mp42", join(trak("vide"), trak("soun")), ""));
        files.put("phone.mov", mp4("qt  ", trak("vide"), ""));
        files.put("with-place.mp4", mp4("isom", join(trak("vide"), box("udta", HIDDEN)), ""));
        files.put("with-keys.mp4", mp4("isom", join(trak("vide"), box("meta", HIDDEN)), ""));
        files.put("with-gps-track.mp4", mp4("isom", join(trak("vide"), trak("meta")), ""));
        files.put("with-uuid.mp4", join(mp4("isom", trak("vide"), ""), box("uuid", HIDDEN)));
        files.put(
                "with-page-in-free.mp4", join(mp4("isom", trak("vide"), ""), box("free", HIDDEN)));
        files.put("plain.pdf", pdf(""));
        files.put("with-packed-objects.pdf", pdf(objectStream("<< /Type /Page >>", "")));
        files.put("speaks-of-streams.pdf", pdf("8 0 obj\n(a stream of words)\nendobj\n"));
        files.put("plain.docx", office("word", Map.of()));
        files.put("plain.xlsx", office("xl", Map.of()));
        files.put("plain.pptx", office("ppt", Map.of()));
        files.put(
                "with-link.docx",
                office("word", Map.of("word/_rels/document.xml.rels", rels("hyperlink", true))));
        files.put(
                "with-photo.docx",
                office(
                        "word",
                        Map.of("word/media/image1.jpeg", jpegWith(0xE1, "Exif\0\0" + HIDDEN))));
        files.put("with-page-behind.docx", join(office("word", Map.of()), bytes("x".repeat(40))));
        files.put(
                "with-printer.xlsx",
                office("xl", Map.of("xl/printerSettings/printerSettings1.bin", new byte[20])));
        return files;
    }

    /** Files nobody may keep. */
    static Map<String, byte[]> bad() {
        var files = new LinkedHashMap<String, byte[]>();
        otherKinds(files);
        torn(files);
        bombs(files);
        polyglots(files);
        acting(files);
        return files;
    }

    private static void otherKinds(Map<String, byte[]> files) {
        files.put("empty.jpg", new byte[0]);
        files.put("one-byte.jpg", new byte[] {(byte) 0xFF});
        files.put("zeros.jpg", new byte[2_000]);
        files.put("noise.jpg", noise(2_000));
        files.put("page.jpg", bytes("<!DOCTYPE html><html>" + HIDDEN));
        files.put("drawing.png", bytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"));
        files.put("data.xml", bytes("<?xml version='1.0'?><a/>"));
        files.put("words.txt", bytes("只是文字"));
        files.put("list.csv", bytes("a,b\n1,2\n"));
        files.put("code.js", bytes("alert(1)"));
        files.put("data.json", bytes("{\"a\":1}"));
        files.put("mail.eml", bytes("From: a\r\nTo: b\r\nSubject: c\r\n\r\nd"));
        files.put("shell.sh", bytes("#!/bin/sh\nrm -rf /\n"));
        files.put("batch.bat", bytes("@echo off\r\ndel *\r\n"));
        files.put("eicar.jpg", bytes(FakeClamd.EICAR));
        files.put("moving.gif", join(bytes("GIF89a"), new byte[40]));
        files.put("old.bmp", join(bytes("BM"), new byte[60]));
        files.put("web.webp", join(bytes("RIFF\0\0\0\0WEBPVP8 "), new byte[40]));
        files.put("fax.tiff", join(bytes("II*\0"), new byte[40]));
        files.put("icon.ico", join(new byte[] {0, 0, 1, 0, 1, 0}, new byte[40]));
        files.put("phone.heic", join(box("ftyp", "heic\0\0\0\0mif1heic"), box("mdat", "x")));
        files.put("new.avif", join(box("ftyp", "avif\0\0\0\0avifmif1"), box("mdat", "x")));
        files.put("program.exe", join(bytes("MZ"), noise(200)));
        files.put("program.elf", join(bytes("\u007fELF"), noise(200)));
        files.put("Code.class", join(ints(0xCAFEBABE, 65), noise(100)));
        files.put("plain.zip", zip(Map.of("a.txt", bytes("a"))));
        files.put("program.jar", zip(Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: A"))));
        files.put(
                "open.odt",
                zip(Map.of("mimetype", bytes("application/vnd.oasis.opendocument.text"))));
        files.put("book.epub", zip(Map.of("mimetype", bytes("application/epub+zip"))));
        files.put(
                "packed.7z",
                join(new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C}, noise(60)));
        files.put("packed.rar", join(bytes("Rar!\u001a\u0007\0"), noise(60)));
        files.put("packed.gz", join(new byte[] {0x1F, (byte) 0x8B, 8, 0}, noise(60)));
        files.put("packed.bz2", join(bytes("BZh9"), noise(60)));
        files.put("old.doc", join(ints(0xD0CF11E0, 0xA1B11AE1), noise(600)));
        files.put("rich.rtf", bytes("{\\rtf1 a}"));
        files.put("old.avi", join(bytes("RIFF\0\0\0\0AVI LIST"), noise(60)));
        files.put("web.webm", join(ints(0x1A45DFA3), noise(60)));
        files.put("flash.flv", join(bytes("FLV\u0001"), noise(60)));
        files.put("song.mp3", join(bytes("ID3\u0003\0"), noise(60)));
        files.put("song.wav", join(bytes("RIFF\0\0\0\0WAVEfmt "), noise(60)));
        files.put("song.m4a", join(box("ftyp", "M4A \0\0\0\0M4A "), box("mdat", "x")));
        files.put("only-sound.mp4", mp4("isom", trak("soun"), ""));
    }

    private static void torn(Map<String, byte[]> files) {
        for (var whole :
                Map.of(
                                "jpg", jpeg(64, 48),
                                "png", png(64, 48),
                                "mp4", mp4("isom", trak("vide"), ""),
                                "pdf", pdf(""),
                                "docx", office("word", Map.of()),
                                "xlsx", office("xl", Map.of()))
                        .entrySet())
            for (int percent : new int[] {3, 10, 25, 50, 75, 90, 97}) {
                int length = whole.getValue().length * percent / 100;
                files.put(
                        "torn-at-%d.%s".formatted(percent, whole.getKey()),
                        Arrays.copyOf(whole.getValue(), length));
            }
        files.put("last-byte-missing.jpg", shortened(jpeg(64, 48)));
        files.put("last-byte-missing.png", shortened(png(64, 48)));
        files.put("last-byte-missing.mp4", shortened(mp4("isom", trak("vide"), "")));
        files.put("no-frame.jpg", ints(0xFFD8FFD9));
        files.put("empty-segment.jpg", ints(0xFFD8FFDB, 0x0000FFD9));
        files.put(
                "noise-in-scan.png",
                pngOf(chunk("IHDR", header(64, 64)), chunk("IDAT", noise(80))));
        files.put("no-pixels.png", pngOf(chunk("IHDR", header(64, 64))));
        files.put("no-header.png", pngOf(chunk("IDAT", noise(80))));
        files.put("zero-wide.png", pngOf(chunk("IHDR", header(0, 64)), chunk("IDAT", noise(9))));
    }

    private static void bombs(Map<String, byte[]> files) {
        files.put(
                "65k-square.png",
                pngOf(chunk("IHDR", header(65_000, 65_000)), chunk("IDAT", noise(9))));
        files.put(
                "2g-wide.png",
                pngOf(chunk("IHDR", header(Integer.MAX_VALUE, 1)), chunk("IDAT", noise(9))));
        files.put(
                "50m-and-one.png",
                pngOf(chunk("IHDR", header(50_000_001, 1)), chunk("IDAT", noise(9))));
        files.put("65k-square.jpg", patched(jpeg(64, 48), 65_500));
        files.put(
                "endless-chunk.png",
                join(pngStart(), ints(Integer.MAX_VALUE), bytes("IDAT"), noise(9)));
        files.put("negative-chunk.png", join(pngStart(), ints(-1), bytes("IDAT"), noise(9)));
        files.put("too-many-bytes.jpg", heavy());
        files.put(
                "box-beyond-end.mp4",
                join(box("ftyp", "isom\0\0\0\0isom"), ints(1 << 30), bytes("mdat")));
        files.put(
                "huge-box.mp4",
                join(
                        box("ftyp", "isom\0\0\0\0isom"),
                        ints(1),
                        bytes("mdat"),
                        ints(Integer.MAX_VALUE, 0)));
        files.put(
                "negative-box.mp4",
                join(box("ftyp", "isom\0\0\0\0isom"), ints(1), bytes("mdat"), ints(-1, -1)));
        files.put("tiny-box.mp4", join(box("ftyp", "isom\0\0\0\0isom"), ints(4), bytes("mdat")));
        files.put("deep.mp4", mp4("isom", join(trak("vide"), nested(40)), ""));
        files.put("bomb.docx", office("word", Map.of("word/big.xml", zeros(30))));
        files.put("bomb-picture.docx", office("word", Map.of("word/media/a.gif", zeros(30))));
        files.put("many-parts.docx", office("word", parts(2_100)));
        files.put(
                "laughs.docx",
                office(
                        "word",
                        Map.of(
                                "word/settings.xml",
                                bytes(
                                        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>"))));
        files.put("bomb.pdf", pdf(objectStream("0".repeat(70 * 1024 * 1024), "")));
    }

    private static void polyglots(Map<String, byte[]> files) {
        files.put("gif-page.gif", bytes("GIF89a/*" + HIDDEN + "*/=1;"));
        files.put("page-before.pdf", join(bytes("<html>" + HIDDEN), pdf("")));
        files.put("page-in-comment.pdf", pdf("%" + HIDDEN + "\n"));
        files.put("zip-behind.pdf", join(pdf(""), zip(Map.of("a.txt", bytes("a")))));
        files.put("page-behind.pdf", join(pdf(""), bytes(HIDDEN)));
        files.put("program-before.png", join(bytes("MZ"), png(20, 20)));
        files.put("program-before.jpg", join(bytes("#!/bin/sh\n"), jpeg(20, 20)));
        files.put("png-magic-page.png", join(pngStart(), bytes("<html>" + HIDDEN)));
        files.put("jpg-magic-page.jpg", join(ints(0xFFD8FFE0), bytes("<html>" + HIDDEN)));
        files.put("page-as-brand.mp4", join(box("ftyp", "isom\0\0\0\0<scr<htm"), box("mdat", "x")));
        files.put("page-first.mp4", join(bytes(HIDDEN), mp4("isom", trak("vide"), "")));
        files.put("odd-box.mp4", join(mp4("isom", trak("vide"), ""), box("HTML", HIDDEN)));
        files.put(
                "two-films.mp4",
                join(mp4("isom", trak("vide"), ""), mp4("isom", trak("vide"), "")));
        files.put("program-before.docx", join(bytes("MZ"), office("word", Map.of())));
    }

    private static void acting(Map<String, byte[]> files) {
        files.put("script.pdf", pdf("9 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n"));
        files.put("hidden-script.pdf", pdf("9 0 obj\n<< /S /J#61vaScript >>\nendobj\n"));
        files.put("launch.pdf", pdf("9 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n"));
        files.put("carries-file.pdf", pdf("9 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n"));
        files.put("form-program.pdf", pdf("9 0 obj\n<< /XFA 10 0 R >>\nendobj\n"));
        files.put("locked.pdf", pdf("9 0 obj\n<< /Encrypt 10 0 R >>\nendobj\n"));
        files.put("packed-script.pdf", pdf(objectStream("<< /S /JavaScript >>", "")));
        files.put("twice-packed.pdf", pdf(objectStream("x", "/ASCIIHexDecode ")));
        files.put("macro.docx", office("word", Map.of("word/vbaProject.bin", noise(50))));
        files.put("called-macro.docm", macroTypes());
        files.put("ole.docx", office("word", Map.of("word/embeddings/oleObject1.bin", noise(50))));
        files.put("program.docx", office("word", Map.of("word/a.exe", noise(50))));
        files.put("video-inside.pptx", office("ppt", Map.of("ppt/media/a.mp4", noise(50))));
        files.put(
                "template.docx",
                office(
                        "word",
                        Map.of("word/_rels/settings.xml.rels", rels("attachedTemplate", true))));
        files.put(
                "outer-link.xlsx",
                office("xl", Map.of("xl/_rels/workbook.xml.rels", rels("externalLinkPath", true))));
        files.put(
                "ole-link.docx",
                office("word", Map.of("word/_rels/document.xml.rels", rels("oleObject", false))));
        files.put(
                "outer-entity.docx",
                office(
                        "word",
                        Map.of(
                                "word/settings.xml",
                                bytes(
                                        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))));
        files.put(
                "climbs-out.docx", office("word", Map.of("../../etc/cron.d/a.xml", bytes("<a/>"))));
        files.put("root.docx", office("word", Map.of("/etc/a.xml", bytes("<a/>"))));
        files.put(
                "same-name-twice.docx", office("word", Map.of("WORD/document.XML", bytes("<a/>"))));
        files.put(
                "page-as-picture.docx",
                office("word", Map.of("word/media/a.png", bytes("<html>" + HIDDEN))));
        files.put(
                "torn-xml.docx", office("word", Map.of("word/settings.xml", bytes("<a><b></a>"))));
    }

    // ------------------------------------------------------------------ pictures

    static byte[] jpeg(int width, int height) {
        return picture(width, height, "jpeg");
    }

    static byte[] png(int width, int height) {
        return picture(width, height, "png");
    }

    static byte[] picture(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] jpegWith(int marker, String content) {
        return jpegWith(jpeg(64, 48), marker, bytes(content));
    }

    private static byte[] jpegWith(byte[] jpeg, int marker, byte[] content) {
        var segment =
                ByteBuffer.allocate(content.length + 4)
                        .put((byte) 0xFF)
                        .put((byte) marker)
                        .putShort((short) (content.length + 2))
                        .put(content);
        return join(
                Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A picture that says it is this high and wide. */
    private static byte[] patched(byte[] jpeg, int side) {
        for (int at = 2; at < jpeg.length; ) {
            int length = ((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) side).putShort(at + 7, (short) side);
                return jpeg;
            }
            at += 2 + length;
        }
        throw new IllegalStateException("no frame");
    }

    /** Eleven megabytes of comments. */
    private static byte[] heavy() {
        var comment = new byte[65_000];
        var comments = new ByteArrayOutputStream();
        for (int i = 0; i < 180; i++)
            comments.writeBytes(
                    join(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD, (byte) 0xEA}, comment));
        var jpeg = jpeg(64, 48);
        return join(
                Arrays.copyOf(jpeg, 2),
                comments.toByteArray(),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] pngWith(String type, String content) {
        var png = png(64, 48);
        int afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(png, afterHeader),
                chunk(type, bytes(content)),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    private static byte[] pngOf(byte[]... chunks) {
        return join(pngStart(), join(chunks), chunk("IEND", new byte[0]));
    }

    private static byte[] pngStart() {
        return ByteBuffer.allocate(8).putLong(0x89504E47_0D0A1A0AL).array();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        var typed = join(bytes(type), content);
        var check = new CRC32();
        check.update(typed);
        return join(ints(content.length), typed, ints((int) check.getValue()));
    }

    // ------------------------------------------------------------------ films

    /** A film of two kilobytes, or as many as you like behind it. */
    static byte[] mp4(String brand, byte[] tracks, String samples) {
        return join(
                box("ftyp", brand + "\0\0\0\0" + brand),
                box("moov", join(box("mvhd", new byte[100]), tracks)),
                box("mdat", join(noise(2_000), bytes(samples))));
    }

    static byte[] trak(String handler) {
        var hdlr = join(ints(0, 0), bytes(handler), new byte[13]);
        var hidden = handler.equals("meta") ? box("name", HIDDEN) : new byte[0];
        return box(
                "trak",
                join(box("tkhd", new byte[84]), box("mdia", join(box("hdlr", hdlr), hidden))));
    }

    private static byte[] nested(int depth) {
        return depth == 0 ? box("free", "") : box("edts", nested(depth - 1));
    }

    static byte[] box(String type, String content) {
        return box(type, bytes(content));
    }

    static byte[] box(String type, byte[] content) {
        return join(ints(content.length + 8), bytes(type), content);
    }

    // ------------------------------------------------------------------ documents

    static byte[] pdf(String objects) {
        return pdf(bytes(objects));
    }

    private static byte[] pdf(byte[] objects) {
        return join(
                bytes(
                        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                                + "4 0 obj\n<< /Length 12 >>\nstream\nBT (a) Tj ET\nendstream\nendobj\n"),
                objects,
                bytes(
                        "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"));
    }

    private static byte[] objectStream(String objects, String otherFilters) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes(objects));
        deflater.finish();
        var piece = new byte[64 * 1024];
        while (!deflater.finished()) packed.write(piece, 0, deflater.deflate(piece));
        deflater.end();
        return join(
                bytes(
                        "7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [%s/FlateDecode] /Length %d >>\nstream\n"
                                .formatted(otherFilters, packed.size())),
                packed.toByteArray(),
                bytes("\nendstream\nendobj\n"));
    }

    static byte[] office(String folder, Map<String, byte[]> more) {
        var main =
                folder.equals("word")
                        ? "document"
                        : folder.equals("xl") ? "workbook" : "presentation";
        var type =
                switch (folder) {
                    case "word" -> "wordprocessingml.document";
                    case "xl" -> "spreadsheetml.sheet";
                    default -> "presentationml.presentation";
                };
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", types(folder + "/" + main + ".xml", type + ".main+xml"));
        parts.put("_rels/.rels", rels("officeDocument", false));
        parts.put(folder + "/" + main + ".xml", bytes("<a>" + "正文".repeat(200) + "</a>"));
        parts.putAll(more);
        return zip(parts);
    }

    private static byte[] macroTypes() {
        return zip(
                Map.of("[Content_Types].xml", types("word/document.xml", "macroEnabled.main+xml")));
    }

    private static byte[] types(String part, String type) {
        return bytes(
                "<?xml version='1.0'?><Types><Override PartName='/%s' ContentType='application/vnd.openxmlformats-officedocument.%s'/></Types>"
                        .formatted(part, type));
    }

    private static byte[] rels(String type, boolean outside) {
        return bytes(
                "<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='http://example.invalid/a'%s/></Relationships>"
                        .formatted(type, outside ? " TargetMode='External'" : ""));
    }

    private static Map<String, byte[]> parts(int many) {
        var parts = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < many; i++) parts.put("word/part%d.xml".formatted(i), bytes("<a/>"));
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var packed = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    // ------------------------------------------------------------------ bytes

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new SplittableRandom(length).nextBytes(noise);
        return noise;
    }

    private static byte[] zeros(int megabytes) {
        return new byte[megabytes * 1024 * 1024];
    }

    private static byte[] ints(int... numbers) {
        var buffer = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) buffer.putInt(number);
        return buffer.array();
    }

    private static byte[] shortened(byte[] whole) {
        return Arrays.copyOf(whole, whole.length - 1);
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) joined.writeBytes(part);
        return joined.toByteArray();
    }
}
