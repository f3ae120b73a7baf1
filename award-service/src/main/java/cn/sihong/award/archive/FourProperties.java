package cn.sihong.award.archive;

import cn.sihong.award.honours.SignedPdf;
import cn.sihong.platform.text.TextFaults;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.xml.sax.SAXException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * The four properties of electronic records (四性检测 after DA/T 70-2018): authentic, complete, usable,
 * safe. Documents are shown one after the other, so that a package of any size is checked with the
 * memory of its largest document.
 */
final class FourProperties {

    /** What was looked at, and what was found; the property in the archivist's word. */
    record Finding(String property, String subject, boolean passed, String detail) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MACROS = Pattern.compile(".*vbaProject.*");

    /** A checksum that goes on in the next line, or behind the number of a page. */
    private static final Pattern BROKEN_CHECKSUM =
            Pattern.compile(
                    "(?<![0-9A-Za-z])([0-9a-f](\\s|— [0-9]+ —)*+){63}[0-9a-f](?![0-9A-Za-z])");

    private final Map<String, String> digests;
    private final Set<String> indexed;
    private final Set<String> seen = new TreeSet<>();
    private final List<Finding> faults = new ArrayList<>();
    private int authentic;
    private int usable;
    private int safe;

    /**
     * Begins.
     *
     * @param digests SHA-256 of each document by its path
     * @param indexed the documents that the index names
     */
    FourProperties(Map<String, String> digests, Set<String> indexed) {
        this.digests = Map.copyOf(digests);
        this.indexed = Set.copyOf(indexed);
    }

    /** Looks at one document. */
    void look(String path, byte[] bytes) {
        seen.add(path);
        if (require("真实性", path, digest(bytes).equals(digests.get(path)), "摘要与登记的不一致")) authentic++;
        if (path.startsWith("06-证书/"))
            require("真实性", path, SignedPdf.intact(bytes), "数字签名不完整或文件被改动");
        switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "pdf" -> lookAtPdf(path, bytes);
            case "json" -> lookAtText(path, bytes, isJson(bytes));
            case "xml" -> lookAtText(path, bytes, isXml(bytes));
            case "txt", "csv" -> lookAtText(path, bytes, true);
            case "docx", "xlsx" -> lookAtOffice(path, bytes);
            default -> require("安全性", path, false, "不允许归档的文件类型");
        }
    }

    /** All faults, and for each property what holds. */
    List<Finding> findings() {
        var all = new ArrayList<>(faults);
        int complete = all.size();
        for (var path : digests.keySet())
            if (!seen.contains(path)) all.add(new Finding("完整性", path, false, "登记了摘要，但包中没有"));
        for (var path : indexed)
            if (!seen.contains(path)) all.add(new Finding("完整性", path, false, "目录中有，但包中没有"));
        for (var path : seen)
            if (!indexed.contains(path)) all.add(new Finding("完整性", path, false, "包中有，但目录中没有"));
        if (all.size() == complete)
            all.add(new Finding("完整性", "整包", true, "目录、摘要和文件一一对应，共 %d 件".formatted(seen.size())));
        passed(all, "真实性", "摘要一致 %d 件，证书签名有效".formatted(authentic));
        passed(all, "可用性", "可以打开、字体已嵌入 %d 件".formatted(usable));
        passed(all, "安全性", "没有脚本、宏、加密和个人敏感号码 %d 件".formatted(safe));
        return all;
    }

    private static void passed(List<Finding> all, String property, String detail) {
        if (all.stream().noneMatch(finding -> finding.property().equals(property)))
            all.add(new Finding(property, "整包", true, detail));
    }

    private void lookAtPdf(String path, byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            boolean opens = document.getNumberOfPages() > 0 && allFontsEmbedded(document);
            if (require("可用性", path, opens, "没有页面，或有字体没有嵌入")) usable++;
            var catalog = document.getDocumentCatalog();
            boolean still =
                    !document.isEncrypted()
                            && catalog.getOpenAction() == null
                            && catalog.getCOSObject().getDictionaryObject(COSName.AA) == null
                            && (catalog.getNames() == null
                                    || catalog.getNames().getJavaScript() == null);
            require("安全性", path, still, "含有脚本、自动动作或加密");
            var text = new PDFTextStripper().getText(document);
            noPersonalNumbers(path, BROKEN_CHECKSUM.matcher(text).replaceAll(" "));
        } catch (IOException e) {
            require("可用性", path, false, "打不开");
        }
    }

    private static boolean allFontsEmbedded(PDDocument document) throws IOException {
        for (var page : document.getPages())
            for (var name : page.getResources().getFontNames())
                if (!page.getResources().getFont(name).isEmbedded()) return false;
        return true;
    }

    private void lookAtText(String path, byte[] bytes, boolean wellFormed) {
        if (require("可用性", path, wellFormed, "内容格式不正确")) usable++;
        noPersonalNumbers(path, new String(bytes, StandardCharsets.UTF_8));
    }

    private void lookAtOffice(String path, byte[] bytes) {
        try (var file = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            if (require("可用性", path, !file.getParts().isEmpty(), "没有内容")) usable++;
            if (require("安全性", path, file.getPartsByName(MACROS).isEmpty(), "含有宏")) safe++;
        } catch (IOException | InvalidFormatException | UnsupportedFileFormatException e) {
            require("可用性", path, false, "打不开");
        }
    }

    private void noPersonalNumbers(String path, String text) {
        var plain = text.replaceAll("[\\p{Cntrl}]", " ");
        var fault = TextFaults.find(plain, 0, Integer.MAX_VALUE);
        if (require("安全性", path, fault.isEmpty(), fault.orElse(""))) safe++;
    }

    private boolean require(String property, String path, boolean holds, String otherwise) {
        if (!holds) faults.add(new Finding(property, path, false, otherwise));
        return holds;
    }

    private static boolean isJson(byte[] bytes) {
        try {
            JSON.readTree(bytes);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isXml(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
            return true;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return false;
        }
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
