import type { Credentials } from "./credentials/credentials";

/** Shorter secrets would blot out ordinary words, and so would shorter parts of secrets. */
const shortestSecret = 8;
const shortestPart = 16;
/** A part of that length holds a whole probe, wherever it begins. */
const probe = 10;
const step = shortestPart - probe + 1;

/**
 * The secrets that this session has come across, so that none is ever shown or logged, whoever repeats it: AWS
 * quotes the signed headers, token included, when a signature does not match, and what STS quotes it may have cut.
 */
export class Secrets {
  readonly #known = new Set<string>();

  addCredentials(credentials: Credentials): void {
    this.add(credentials.secretAccessKey);
    this.add(credentials.sessionToken);
  }

  add(secret: string | undefined): void {
    if (secret !== undefined && secret.length >= shortestSecret) {
      this.#known.add(secret);
      this.#known.add(encodeURIComponent(secret));
    }
  }

  redact(text: string): string {
    let redacted = text;
    for (const secret of this.#known) {
      redacted = withoutParts(redacted.replaceAll(secret, "[secret]"), secret);
    }
    return redacted;
  }
}

/** The text without any part of the secret that is long enough to be known by it. */
function withoutParts(text: string, secret: string): string {
  let kept = "";
  let from = 0;
  let at = 0;
  while (at + probe <= text.length) {
    const found = secret.indexOf(text.slice(at, at + probe));
    const [start, end] = found < 0 ? [at, at] : sharedPart(text, at, secret, found, from);
    if (end - start >= shortestPart) {
      kept += `${text.slice(from, start)}[secret]`;
      from = end;
      at = end;
    } else {
      at += step;
    }
  }
  return kept + text.slice(from);
}

/** Where what both have in common begins and ends in the text, around a place where they agree. */
function sharedPart(
  text: string,
  at: number,
  secret: string,
  found: number,
  from: number,
): readonly [number, number] {
  let back = 0;
  while (at - back > from && found > back && text[at - back - 1] === secret[found - back - 1]) {
    back++;
  }
  let ahead = probe;
  while (
    at + ahead < text.length &&
    found + ahead < secret.length &&
    text[at + ahead] === secret[found + ahead]
  ) {
    ahead++;
  }
  return [at - back, at + ahead];
}
