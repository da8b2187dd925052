/** In which writings somebody may repeat what he was told. */
export const writings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "percent-encoded": (text) =>
    [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(""),
  "in small letters": (text) => text.toLowerCase(),
  "in capitals": (text) => text.toUpperCase(),
  "in base64": (text) => Buffer.from(text).toString("base64url"),
  "in JSON": (text) =>
    [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
};

/** A text in so many parts. */
export function parts(text: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    text.slice(Math.round((at * text.length) / count), Math.round(((at + 1) * text.length) / count)),
  );
}

/** Everything that would give a secret away: its halves and thirds, in every writing. */
export function traces(secret: string): readonly string[] {
  return [2, 3].flatMap((count) =>
    parts(secret, count).flatMap((part) => Object.values(writings).map((write) => write(part))),
  );
}
