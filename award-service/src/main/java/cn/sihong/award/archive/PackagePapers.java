package cn.sihong.award.archive;

import cn.sihong.award.archive.FourProperties.Finding;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The papers about a package: metadata, index, digests, report. */
final class PackagePapers {

    static final String METADATA = "元数据.xml";
    static final String INDEX = "目录.csv";
    static final String DIGESTS = "摘要.sha256";
    static final String REPORT = "四性检测报告.xml";

    static final List<String> ALL = List.of(METADATA, INDEX, DIGESTS, REPORT);

    private PackagePapers() {}

    /** What the papers say of one document. */
    record Line(
            String path, String title, String kind, LocalDate dated, long size, String sha256) {}

    /** After GB/T 39362-2020, as far as it is known here; retention is the archivist's word. */
    static byte[] metadata(String programme, String issuer, List<Line> lines) {
        return xml(writer -> {
            writer.writeStartElement("归档信息包");
            element(writer, "题名", programme);
            element(writer, "责任者", issuer);
            element(writer, "门类", "文书");
            element(writer, "保管期限", "永久");
            element(writer, "件数", String.valueOf(lines.size()));
            element(writer, "摘要算法", "SHA-256");
            int number = 1;
            for (var line : lines) {
                writer.writeStartElement("件");
                element(writer, "件号", String.valueOf(number++));
                element(writer, "题名", line.title());
                element(writer, "责任者", issuer);
                element(writer, "日期", line.dated().toString());
                element(writer, "类别", line.kind());
                element(writer, "保管期限", "永久");
                element(writer, "文件名", line.path());
                element(writer, "字节数", String.valueOf(line.size()));
                element(writer, "摘要", line.sha256());
                writer.writeEndElement();
            }
            writer.writeEndElement();
        });
    }

    static byte[] index(List<Line> lines) {
        var csv = new StringBuilder("\uFEFF件号,题名,类别,日期,文件名\r\n");
        int number = 1;
        for (var line : lines)
            csv.append(number++)
                    .append(',')
                    .append(quoted(line.title()))
                    .append(',')
                    .append(quoted(line.kind()))
                    .append(',')
                    .append(line.dated())
                    .append(',')
                    .append(quoted(line.path()))
                    .append("\r\n");
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * As {@code sha256sum -c} reads it, so that a package can be checked without this product too.
     */
    static byte[] digests(List<Line> lines) {
        var text = new StringBuilder();
        for (var line : lines)
            text.append(line.sha256()).append("  ").append(line.path()).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, String> readDigests(byte[] bytes) {
        var digests = new LinkedHashMap<String, String>();
        for (var line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            int gap = line.indexOf("  ");
            if (gap > 0) digests.put(line.substring(gap + 2), line.substring(0, gap));
        }
        return digests;
    }

    static List<String> readIndex(byte[] bytes) {
        var paths = new ArrayList<String>();
        for (var line : new String(bytes, StandardCharsets.UTF_8).split("\r\n", -1)) {
            int last = line.lastIndexOf(",\"");
            if (last > 0)
                paths.add(line.substring(last + 2, line.length() - 1).replace("\"\"", "\""));
        }
        return paths;
    }

    static byte[] report(List<Finding> findings) {
        return xml(writer -> {
            writer.writeStartElement("四性检测报告");
            element(writer, "结论", findings.stream().allMatch(Finding::passed) ? "通过" : "不通过");
            for (var finding : findings) {
                writer.writeStartElement("检测项");
                element(writer, "性质", finding.property());
                element(writer, "对象", finding.subject());
                element(writer, "结果", finding.passed() ? "通过" : "不通过");
                element(writer, "说明", finding.detail());
                writer.writeEndElement();
            }
            writer.writeEndElement();
        });
    }

    private interface Writing {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static byte[] xml(Writing writing) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            writing.write(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter writer, String name, String value)
            throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(value);
        writer.writeEndElement();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
