package cn.sihong.submission.attachments;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A Word, Excel or PowerPoint file of today (OOXML, a zip of XML). Each part is looked at and
 * packed anew, so that what is kept is what was looked at: macros, embedded programs, links that
 * load by themselves, bombs and second files end here, and pictures inside lose their place of
 * origin.
 */
final class OfficePackage {

    private static final int MOST_PARTS = 2_000;

    /** XML counts twice: it is looked at, then copied. */
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;

    private static final long MOST_RATIO = 200;
    private static final int LONGEST_NAME = 200;

    private static final String TYPES = "[Content_Types].xml";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Set<String> XML = Set.of("xml", "rels", "vml");
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png");
    private static final Set<String> HARMLESS =
            Set.of("gif", "bmp", "tif", "tiff", "emf", "wmf", "wdp", "fntdata", "odttf");

    private static final XMLInputFactory READERS = readers();

    private final ZipFile zip;
    private final ZipOutputStream out;
    private final Set<String> names = new HashSet<>();
    private long unpackedLeft = MOST_UNPACKED;

    private OfficePackage(ZipFile zip, ZipOutputStream out) {
        this.zip = zip;
        this.out = out;
    }

    /** By the list of contents, which every such package begins with. */
    static FileFormat formatOf(Path file) throws IOException {
        try (var zip = open(file)) {
            var types = zip.getEntry(TYPES);
            if (types == null || types.getSize() > 1024 * 1024) throw new UnsupportedFile();
            try (var in = zip.getInputStream(types)) {
                var text = new String(in.readNBytes(1024 * 1024), StandardCharsets.UTF_8);
                if (text.contains("macroEnabled") || text.contains("vbaProject"))
                    throw new UnsafeFile("宏");
                if (text.contains("wordprocessingml.document.main+xml")) return FileFormat.DOCX;
                if (text.contains("spreadsheetml.sheet.main+xml")) return FileFormat.XLSX;
                if (text.contains("presentationml.presentation.main+xml")) return FileFormat.PPTX;
                throw new UnsupportedFile();
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnsupportedFile();
        }
    }

    static void repack(Path from, Path to) throws IOException {
        try (var zip = open(from);
                var out =
                        new ZipOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(to)),
                                StandardCharsets.UTF_8)) {
            new OfficePackage(zip, out).repack();
        } catch (ZipException | XMLStreamException | IllegalArgumentException e) {
            throw new UnsupportedFile();
        } catch (java.io.EOFException e) {
            throw new UnsupportedFile();
        }
    }

    private static ZipFile open(Path file) throws IOException {
        return ZipFile.builder().setPath(file).get();
    }

    private void repack() throws IOException, XMLStreamException {
        var parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) throw new UnsafeFile("过多的组成部分");
        for (var part : parts)
            if (!part.isDirectory()) {
                mustBeNamedHonestly(part);
                copy(part);
            }
    }

    private void mustBeNamedHonestly(ZipArchiveEntry part) {
        var name = part.getName();
        boolean odd =
                name.isEmpty()
                        || name.length() > LONGEST_NAME
                        || name.startsWith("/")
                        || name.contains("..")
                        || name.contains("\\")
                        || name.chars().anyMatch(sign -> sign < ' ');
        if (odd || part.isUnixSymlink() || !names.add(name.toLowerCase(Locale.ROOT)))
            throw new UnsafeFile("不正常的文件结构");
        if (part.getGeneralPurposeBit().usesEncryption()) throw new UnsafeFile("密码保护");
        if (!zip.canReadEntryData(part)) throw new UnsupportedFile();
    }

    private void copy(ZipArchiveEntry part) throws IOException, XMLStreamException {
        var name = part.getName().toLowerCase(Locale.ROOT);
        var ending = name.substring(name.lastIndexOf('.') + 1);
        if (name.contains("vbaproject") || name.contains("vbadata")) throw new UnsafeFile("宏");
        if (XML.contains(ending)) {
            try (var in = bounded(part)) {
                examine(in, ending.equals("rels"));
            }
        } else if (!PICTURES.contains(ending)
                && !HARMLESS.contains(ending)
                && !name.matches("(.*/)?printersettings\\d+\\.bin"))
            throw new UnsafeFile("嵌入的对象、音视频或控件");
        var kept = new ZipEntry(part.getName());
        kept.setTimeLocal(ALWAYS);
        out.putNextEntry(kept);
        try (var in = bounded(part)) {
            if (PICTURES.contains(ending)) picture(in);
            else in.transferTo(out);
        }
        out.closeEntry();
    }

    private void picture(InputStream in) throws IOException {
        in.mark(8);
        int first = in.read();
        in.reset();
        var bare = new Uncloseable(out);
        switch (first) {
            case 0xFF -> FileFormat.JPEG.strip(in, bare);
            case 0x89 -> FileFormat.PNG.strip(in, bare);
            default -> throw new UnsafeFile("名不副实的图片");
        }
    }

    private InputStream bounded(ZipArchiveEntry part) throws IOException {
        return new java.io.BufferedInputStream(
                new Bounded(zip.getInputStream(part), part.getCompressedSize()));
    }

    private static void examine(InputStream in, boolean relations) throws XMLStreamException {
        var reader = READERS.createXMLStreamReader(in);
        try {
            while (reader.hasNext())
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new UnsafeFile("外部实体定义");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (relations) mustStayInside(reader);
                    }
                    default -> {}
                }
        } finally {
            reader.close();
        }
    }

    /** Links that a person clicks may lead outside; what loads by itself may not. */
    private static void mustStayInside(XMLStreamReader relation) {
        var type = relation.getAttributeValue(null, "Type");
        if (type == null) return;
        if (type.endsWith("/vbaProject")) throw new UnsafeFile("宏");
        if (type.endsWith("/oleObject") || type.endsWith("/package") || type.endsWith("/control"))
            throw new UnsafeFile("嵌入的对象、音视频或控件");
        if ("External".equals(relation.getAttributeValue(null, "TargetMode"))
                && !type.endsWith("/hyperlink")) throw new UnsafeFile("自动加载的外部链接");
    }

    private static XMLInputFactory readers() {
        var readers = XMLInputFactory.newInstance();
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return readers;
    }

    /** Believes no announced size: counts what really comes out. */
    private final class Bounded extends java.io.FilterInputStream {

        private final long most;
        private long read;

        Bounded(InputStream in, long packed) {
            super(in);
            this.most = Math.max(1024 * 1024, packed * MOST_RATIO);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            if (some > 0) count(some);
            return some;
        }

        private void count(int some) {
            read += some;
            unpackedLeft -= some;
            if (read > most || unpackedLeft < 0) throw new UnsafeFile("展开后过大的内容");
        }
    }

    /** What strips a picture may flush, and not close, the package. */
    private static final class Uncloseable extends java.io.FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
