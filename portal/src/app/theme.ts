import type { ThemeConfig } from "antd";

/** Calm paper and ink with one red. Errors are orange-red, so that a warning never looks like the brand. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#a61b22",
    colorLink: "#1d5fbf",
    colorError: "#c8400f",
    colorSuccess: "#1a6b3c",
    // What the palette would derive from so dark a green and red is mud; backgrounds are chosen.
    colorSuccessBg: "#eef6f0",
    colorSuccessBorder: "#b9dcc5",
    colorPrimaryBg: "#fbecec",
    colorPrimaryBgHover: "#f8dfdf",
    colorInfo: "#1d5fbf",
    colorTextSecondary: "#5b626b",
    colorTextDescription: "#5b626b",
    colorTextPlaceholder: "#6b727b",
    colorBgLayout: "#f7f6f3",
    borderRadius: 6,
    fontSize: 15,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  },
  components: {
    Descriptions: { labelColor: "#5b626b" },
    Typography: { titleMarginTop: 0, titleMarginBottom: 0 },
  },
};

/** 大字版: the same, with words and targets a quarter larger. */
export const largeTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, fontSize: 19, controlHeight: 42 },
};
