import { randomBytes } from "node:crypto";

/** What the page is made of: its own script and its own style, from the extension's folder. */
export interface MapFiles {
  readonly script: string;
  readonly style: string;
  /** Where the webview serves the extension's files from. */
  readonly source: string;
}

/** The page: it loads nothing from anywhere else, sends nothing anywhere, and runs the one script that is named. */
export function mapHtml({ script, style, source }: MapFiles): string {
  const nonce = randomBytes(18).toString("base64url");
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Access Map</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="map" aria-busy="true"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
