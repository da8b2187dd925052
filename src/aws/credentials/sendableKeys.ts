import { unseen } from "../../core/shownText";
import { credentialsError } from "../failures/failureError";
import type { Credentials } from "./credentials";

/** What each part of the keys is called where they come from: a setting, a variable, a field. */
export type KeyNames = Readonly<Record<keyof Omit<Credentials, "expiration">, string>>;

/**
 * Keys that can be sent. A line break or a character that nobody sees comes with what was copied from a page or a
 * chat; Node refuses it in a header without saying which, and AWS says that the signature is wrong. `of` says whose
 * they are: "profile dev".
 */
export function sendableKeys(keys: Credentials, names: KeyNames, of: string): Credentials {
  const unfit = unfitPart(keys);
  if (unfit) {
    throw credentialsError(`${names[unfit.part]} of ${of} ${whatIsWrong(unfit.character)}. Nothing was sent`);
  }
  return keys;
}

/** The part of some keys that cannot be sent, and the character that it is for. */
export function unfitPart(keys: Credentials): { part: keyof KeyNames; character: string } | undefined {
  for (const part of ["accessKeyId", "secretAccessKey", "sessionToken"] as const) {
    // Some emulators take any secret. What goes into a header is ASCII.
    const unfit = part === "secretAccessKey" ? notSeen : /[^\x21-\x7e]/u;
    const character = unfit.exec(keys[part] ?? "")?.[0];
    if (character !== undefined) {
      return { part, character };
    }
  }
  return undefined;
}

/** In a key the space is not seen either. */
const notSeen = new RegExp(` |${unseen.source}`, "u");

function whatIsWrong(character: string): string {
  if (/[\r\n]/.test(character)) {
    return "holds a line break: a line that is indented belongs to the setting before it. It has to be one line";
  }
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return notSeen.test(character)
    ? `holds a character that cannot be seen (U+${code}). Enter it anew`
    : `holds a character that is in no key (U+${code}). Enter it anew`;
}
