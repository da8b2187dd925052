/** The themes that pictures are made in, by the name that settings have for them. */
export const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  highContrast: "Default High Contrast",
  highContrastLight: "Default High Contrast Light",
} as const;

export type Theme = keyof typeof themes;

/** What VS Code's picker calls them, the kind that a webview's body has in each, and the class of the window. */
export const themeWords: Readonly<
  Record<Theme, { readonly label: string; readonly kind: string; readonly workbench: string }>
> = {
  dark: { label: "Dark Modern", kind: "vscode-dark", workbench: "vs-dark" },
  light: { label: "Light Modern", kind: "vscode-light", workbench: "vs" },
  highContrast: { label: "Dark High Contrast", kind: "vscode-high-contrast", workbench: "hc-black" },
  highContrastLight: {
    label: "Light High Contrast",
    kind: "vscode-high-contrast-light",
    workbench: "hc-light",
  },
};

export const allThemes: readonly Theme[] = ["dark", "light", "highContrast", "highContrastLight"];
