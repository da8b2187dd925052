/** The themes that pictures are made in, by the name that settings have for them. */
export const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  highContrast: "Default High Contrast",
  highContrastLight: "Default High Contrast Light",
} as const;

export type Theme = keyof typeof themes;

/** What VS Code's picker calls them, and the kind that a webview's body has in each. */
export const themeWords: Readonly<Record<Theme, { readonly label: string; readonly kind: string }>> = {
  dark: { label: "Dark Modern", kind: "vscode-dark" },
  light: { label: "Light Modern", kind: "vscode-light" },
  highContrast: { label: "Dark High Contrast", kind: "vscode-high-contrast" },
  highContrastLight: { label: "Light High Contrast", kind: "vscode-high-contrast-light" },
};

export const allThemes: readonly Theme[] = ["dark", "light", "highContrast", "highContrastLight"];
