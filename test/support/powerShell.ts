import assert from "node:assert/strict";

/**
 * What a program gets as its arguments from a line of single-quoted and bare words, by way of PowerShell's own
 * rules in `Legacy` mode (`NativeCommandParameterBinder.cs`: a word with white space outside of quotation marks
 * is put in such marks, nothing is escaped) and those of the C runtime that reads the command line.
 */
export function argumentsFromPowerShell(line: string): string[] {
  return readCommandLine(words(line).map(legacyWord).join(" "));
}

/** Bare words, and single-quoted ones in which a doubled quotation mark of any shape is one. */
function words(line: string): string[] {
  const found =
    line.match(/['\u2018-\u201b](?:[^'\u2018-\u201b]|(['\u2018-\u201b])\1)*['\u2018-\u201b]|[^\s']+/gu) ?? [];
  return found.map((word) => {
    if (/^['\u2018-\u201b]/.test(word)) {
      return word.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, "$1");
    }
    assert.match(word, /^[A-Za-z0-9-]+$/, "a bare word has nothing that PowerShell interprets");
    return word;
  });
}

function legacyWord(word: string): string {
  let [needsMarks, marks] = [false, 0];
  for (let index = 0; index < word.length; index++) {
    if (word[index] === '"' && word[index - 1] !== "\\") {
      marks += 1;
    } else if (/\s/.test(word[index] ?? "") && marks % 2 === 0) {
      needsMarks = true;
    }
  }
  return needsMarks ? `"${word}"` : word;
}

/** https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
function readCommandLine(line: string): string[] {
  const read: string[] = [];
  let [word, quoted, begun] = ["", false, false];
  for (const [token] of line.matchAll(/\\+"?|[^\\]/gs)) {
    if (token.startsWith("\\") && token.endsWith('"')) {
      const backslashes = token.length - 1;
      word += "\\".repeat(Math.floor(backslashes / 2));
      if (backslashes % 2 === 1) {
        word += '"';
      } else {
        quoted = !quoted;
      }
      begun = true;
    } else if (token === '"') {
      quoted = !quoted;
      begun = true;
    } else if (/\s/.test(token) && !quoted) {
      if (begun) {
        read.push(word);
      }
      [word, begun] = ["", false];
    } else {
      word += token;
      begun = true;
    }
  }
  return begun ? [...read, word] : read;
}
