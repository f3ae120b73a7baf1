package cn.sihong.award.honours;

import java.awt.Color;

/** The colours of certificates and decisions. */
final class Ink {

    static final Color RED = new Color(0xA8, 0x1E, 0x22);
    static final Color HEAD = new Color(0xC8, 0x10, 0x1C);
    static final Color GOLD = new Color(0xB8, 0x90, 0x46);
    static final Color BLACK = new Color(0x22, 0x1E, 0x1A);
    static final Color GREY = new Color(0x6B, 0x63, 0x58);
    static final Color PAPER = new Color(0xFF, 0xFB, 0xF3);
    static final Color SAMPLE = new Color(0xF1, 0xE2, 0xD6);

    private Ink() {}
}
