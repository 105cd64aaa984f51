import { ConfigProvider, type ThemeConfig, theme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useLanguage } from "../lib/i18n.ts";
import { useGlobalSearch } from "../lib/scope.ts";
import { type ThemeName, useThemeName } from "../lib/theme-choice.ts";
import { sans } from "./fonts.ts";
import { palettes } from "./palette.ts";

/** Ant Design in our colours: flat, square, hairline rules, no shadows but for what floats. */
function componentTheme(name: ThemeName): ThemeConfig {
  const palette = palettes[name];
  return {
    algorithm: name.endsWith("dark") ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: `mc-${name}` },
    hashed: false,
    token: {
      colorPrimary: palette.link,
      colorInfo: palette.link,
      colorLink: palette.link,
      colorError: palette.accent,
      colorWarning: palette.caution,
      colorSuccess: palette.calm,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextQuaternary: palette.inkFaint,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDescription: palette.inkFaint,
      colorBgBase: palette.paper,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.raised,
      colorBorder: palette.mute,
      colorBorderSecondary: palette.rule,
      fontFamily: sans,
      fontSize: 14,
      borderRadius: 2,
      borderRadiusLG: 2,
      borderRadiusSM: 1,
      wireframe: false,
      motion: false,
    },
  };
}

/** What the page's policy lets the components write their styles under. */
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;

/**
 * Wraps Ant Design's components where they are used: colours, language and nonce. They are the largest part of the bundle after the engine,
 * so only pages that need one load them.
 */
export function ComponentTheme({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const name = useThemeName(useGlobalSearch().theme);
  return (
    <ConfigProvider theme={componentTheme(name)} locale={language === "zh" ? zhCN : enUS} {...(nonce ? { csp: { nonce } } : {})}>
      {children}
    </ConfigProvider>
  );
}
