/** The themes that pictures are made in, by the name that settings have for them. */
export const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  highContrast: "Default High Contrast",
  highContrastLight: "Default High Contrast Light",
} as const;

export type Theme = keyof typeof themes;

export const allThemes: readonly Theme[] = ["dark", "light", "highContrast", "highContrastLight"];
