package cn.sihong.platform.workbook;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Stands before the reader, which trusts its input: bombs of zip and of XML, and cells a mile to
 * the right, end here. What was examined is packed anew, so that exactly that is read afterwards.
 */
final class Guard {

    private static final int MOST_PARTS = 200;
    private static final int MOST_BYTES_UNPACKED = 96 * 1024 * 1024;
    private static final int MOST_CELLS = 1_000_000;

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

    private final XMLInputFactory xml = XMLInputFactory.newInstance();
    private int parts;
    private int bytesLeft = MOST_BYTES_UNPACKED;
    private int cells;

    private Guard() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** The same workbook, harmless. */
    static byte[] examined(byte[] bytes) {
        try {
            return new Guard().repack(bytes);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw notAWorkbook();
        }
    }

    static InvalidWorkbook notAWorkbook() {
        return new InvalidWorkbook("这不是可以识别的 .xlsx 文件，没有导入；请下载模板，填好后另存为 .xlsx 再上传。");
    }

    private static InvalidWorkbook tooMuch() {
        return new InvalidWorkbook("文件展开后过大，没有导入；请只保留模板中的表，并删除多余的行、列和图片。");
    }

    private byte[] repack(byte[] bytes) throws IOException, XMLStreamException {
        var packed = new ByteArrayOutputStream(bytes.length);
        try (var zip = open(bytes);
                var out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) throw tooMuch();
                var content = content(zip.getInputStream(part));
                if (isXml(part.getName())) examine(content);
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(content);
            }
        }
        if (parts == 0) throw notAWorkbook();
        return packed.toByteArray();
    }

    /** By its directory, not as a stream: some programs write sizes only behind their parts. */
    private static ZipFile open(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    private byte[] content(InputStream in) throws IOException {
        var content = in.readNBytes(bytesLeft + 1);
        if (content.length > bytesLeft) throw tooMuch();
        bytesLeft -= content.length;
        return content;
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private void examine(byte[] content) throws XMLStreamException {
        var reader = xml.createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            while (reader.hasNext())
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw notAWorkbook();
                    case XMLStreamConstants.START_ELEMENT -> examineCell(reader);
                    default -> {}
                }
        } finally {
            reader.close();
        }
    }

    private void examineCell(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("c")) return;
        if (++cells > MOST_CELLS) throw tooMuch();
        var reference = reader.getAttributeValue(null, "r");
        if (reference != null && !REFERENCE.matcher(reference).matches()) throw notAWorkbook();
    }
}
