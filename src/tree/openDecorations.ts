import { type Disposable, ThemeColor, Uri, window } from "vscode";

const scheme = "elasticache-access-open";

/** Stands for a number of open caches: rows with the same number are decorated alike. */
export function openUri(number: number): Uri {
  return Uri.from({ scheme, path: `/${number}` });
}

/** The number at the end of rows above open caches: there it is seen however narrow the view is. */
export function decorateOpen(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => {
      if (uri.scheme !== scheme) {
        return undefined;
      }
      const number = Number(uri.path.slice(1));
      return {
        // Two characters at most.
        badge: number > 99 ? "++" : String(number),
        tooltip: `${number} open`,
        color: new ThemeColor("list.warningForeground"),
      };
    },
  });
}
