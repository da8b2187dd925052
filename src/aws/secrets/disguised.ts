/**
 * A text without the words that hold a secret once they are read as what they may be: percent-encoded, escaped as in
 * JSON or XML, base64, hexadecimals, the last two of two bytes a character too. The whole word goes.
 */
export function withoutDisguised(text: string, holdsSecret: (reading: string) => boolean): string {
  const hide = (readings: (word: string) => readonly string[]) => (word: string) =>
    readings(word).some((reading) => holdsSecret(reading.replaceAll("\0", ""))) ? "[secret]" : word;
  return text
    .replace(words, hide(escaped))
    .replace(
      hexadecimal,
      // Where it was cut, or stands behind other digits, it begins at either of two.
      hide((word) => [0, 1].map((at) => Buffer.from(word.slice(at), "hex").toString("latin1"))),
    )
    .replace(base64, hide(decoded));
}

// Each matches runs of characters that end where they end: no character is looked at twice.
const words = /[^\s<>"']+/g;
const hexadecimal = /[0-9a-fA-F]{16,}/g;
const base64 = /[\w+/-]{11,}/g;

function escaped(word: string): readonly string[] {
  return [
    // What is signed is encoded once more; JSON may stand in JSON.
    ...twice(word, "%", percentDecoded),
    ...twice(word, "\\", unescapedAll),
    ...(word.includes("&") ? [word.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,8}));/g, entity)] : []),
  ];
}

/** A word read once and once more, as far as there is anything to read. */
function twice(word: string, mark: string, read: (text: string) => string): readonly string[] {
  const once = word.includes(mark) ? [read(word)] : [];
  return [...once, ...once.filter((text) => text.includes(mark)).map(read)];
}

/** Where it was cut, it begins anywhere in a group of four. */
function decoded(word: string): readonly string[] {
  return [0, 1, 2, 3].map((at) => Buffer.from(word.slice(at), "base64").toString("latin1"));
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function unescapedAll(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, unescaped);
}

function unescaped(_: string, four?: string, two?: string, character?: string): string {
  const code = four ?? two;
  return code === undefined ? (character ?? "") : String.fromCharCode(Number.parseInt(code, 16));
}

const named: Readonly<Record<string, string | undefined>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function entity(all: string, decimal?: string, hex?: string, name?: string): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  if (code === undefined) {
    return named[name ?? ""] ?? all;
  }
  return code < 0x110000 ? String.fromCodePoint(code) : all;
}
