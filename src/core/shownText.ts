declare const shown: unique symbol;

/** A text as it may be shown: what it looks like is what it is. Made by {@link shownText} alone. */
export type ShownText = string & { readonly [shown]: true };

/** Longer texts end here: nobody reads them, and a window that has to draw a megabyte stands still. */
const longest = 10_000;

/** What every message of our own is made of, and nearly every name. */
const plain = /^[\x20-\x7e]*$/;

/**
 * What is there and is not seen, or makes others look like something else: control characters (line breaks, which
 * begin a line of their own; C1, on which terminals act), separators of lines and paragraphs, what has no width (marks
 * that turn the direction round, zero-width spaces and joiners, tags, fillers, halves of characters), what no font has
 * or only some (private use, unassigned), and what is blank without being the space: other spaces, the empty pattern of
 * Braille, the place of an object, and the like.
 * https://www.unicode.org/reports/tr36/
 */
export const unseen =
  /[\p{C}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u2d7f\u{1107f}\u{13441}\u{13442}\u{16fe4}\u{1d159}]|[^\P{Z} ]/gu;

/**
 * A text from outside as it may be shown, in rows, lists, messages and lines of a log: every character that is not
 * seen becomes its escape (`\n`, `\u202e`). What is copied is never this.
 */
export function shownText(text: string): ShownText {
  const bounded = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const whole = plain.test(bounded)
    ? bounded
    : bounded.replace(unseen, (found, at: number) =>
        isWithinEmoji(bounded, found, at) ? found : escapeOf(found),
      );
  return whole as ShownText;
}

declare const lines: unique symbol;

/** Lines of ours, each as it may be shown: no name begins one. Made by {@link shownLines} alone. */
export type ShownLines = string & { readonly [lines]: true };

export function shownLines(texts: readonly string[]): ShownLines {
  return texts.map(shownText).join("\n") as ShownLines;
}

/** A selector or a joiner behind a picture is seen in what it makes of it; not where it is a picture without. */
function isWithinEmoji(text: string, character: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return (
    (character === "\ufe0f" &&
      /(?![\p{Cn}\p{Emoji_Presentation}])\p{Extended_Pictographic}$/u.test(before)) ||
    (character === "\u200d" &&
      /(?!\p{Cn})\p{Extended_Pictographic}$|(?!\p{Emoji_Presentation})\p{Extended_Pictographic}\ufe0f$/u.test(
        before,
      ) &&
      /^(?!\p{Cn})\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3)))
  );
}

const letters: Readonly<Record<string, string | undefined>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return letters[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`);
}
