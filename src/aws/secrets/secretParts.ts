/** A part of a secret that is this long is known by it, whatever it looks like; a shorter one might be a word of ours. */
const surelyOne = 16;

/** Any part of the shortest length holds a whole probe of the secret, wherever it begins. */
const probe = 6;

/** Parts of this length are known, of a secret that is twice as long. Of a shorter one its halves are. */
const usual = 12;

/** Halves that are shorter than this would be words. */
const shortestHalf = 8;

/** Nothing that is sent in a header is longer: of a longer one this much is known. */
const longest = 1 << 16;

/** What comes more often in one secret is known by these places: a token of one letter has it everywhere. */
const mostPlaces = 8;

/** Many secrets begin alike: what so many share is known by the newest of them. */
const mostSharing = 256;

/** How many beginnings of probes are told apart. */
const beginnings = 1 << 14;

const capitalA = "A".charCodeAt(0);
const capitalZ = "Z".charCodeAt(0);

interface Secret {
  readonly written: string;
  /** In small letters: some write down a secret in those, or in capitals. */
  readonly small: string;
}

interface Place {
  readonly secret: Secret;
  readonly at: number;
}

/**
 * Finds parts of secrets in texts, in small letters and capitals too, in a time that grows with the text alone and not
 * with how many secrets there are.
 */
export class SecretParts {
  /** Of a secret that can be told from a word. */
  static readonly shortest = shortestHalf;
  readonly #known = new Set<string>();
  readonly #places = new Map<string, Place[]>();
  /** Which two characters a probe begins with, roughly: nearly every place of a text is passed over by it. */
  readonly #begins = new Uint8Array(beginnings);

  add(written: string): void {
    if (this.#known.has(written)) {
      return;
    }
    this.#known.add(written);
    const secret = { written, small: inSmallLetters(written) };
    const step = shortestPartOf(secret) - probe + 1;
    const end = Math.min(written.length, longest);
    for (let at = 0; at + probe <= end; at += step) {
      const found = secret.small.slice(at, at + probe);
      const places = this.#places.get(found);
      if (!places) {
        this.#begins[beginningAt(secret.small, at)] = 1;
        this.#places.set(found, [{ secret, at }]);
      } else if (places.at(-mostPlaces)?.secret !== secret) {
        places.push({ secret, at });
        if (places.length > mostSharing) {
          places.shift();
        }
      }
    }
  }

  redact(text: string): string {
    let small: string | undefined;
    let kept = "";
    let from = 0;
    for (let at = 0; at + probe <= text.length; ) {
      if (this.#begins[beginningAt(text, at)] === 0) {
        at += 1;
        continue;
      }
      small ??= inSmallLetters(text);
      const [start, end] = this.#longestAt(small, at, from);
      if (end > start) {
        kept += `${text.slice(from, start)}[secret]`;
        from = end;
        at = end;
      } else {
        at += 1;
      }
    }
    return from === 0 ? text : kept + text.slice(from);
  }

  /** What a text and a secret have in common around a place, where it is long enough; else nothing. */
  #longestAt(text: string, at: number, from: number): readonly [number, number] {
    let longest: readonly [number, number] = [at, at];
    for (const place of this.#places.get(text.slice(at, at + probe)) ?? []) {
      const [back, ahead] = sharedPart(text, at, place, from);
      if (back + ahead > longest[1] - longest[0] && isTelling(place, back, ahead)) {
        longest = [at - back, at + ahead];
      }
    }
    return longest;
  }
}

/** Character for character: that of all letters would make two of some. */
function inSmallLetters(text: string): string {
  return /^\p{ASCII}*$/u.test(text)
    ? text.toLowerCase()
    : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function shortestPartOf({ written }: Secret): number {
  return Math.max(shortestHalf, Math.min(usual, Math.floor(written.length / 2)));
}

/** Of capitals it is that of their small letters: most texts have no probe in them, and need not be written in those. */
function beginningAt(text: string, at: number): number {
  return ((smallAt(text, at) << 7) ^ smallAt(text, at + 1)) & (beginnings - 1);
}

function smallAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= capitalA && code <= capitalZ ? code + 32 : code;
}

/** Whether a part is one of a secret, and no word: all of it is, and so is what no word looks like. */
function isTelling({ secret, at }: Place, back: number, ahead: number): boolean {
  const length = back + ahead;
  if (length >= surelyOne || length === secret.written.length) {
    return true;
  }
  const part = secret.written.slice(at - back, at + ahead);
  return length >= usual ? /[A-Z0-9]/.test(part) : length >= shortestPartOf(secret) && /\d/.test(part);
}

/** How far what both have in common goes back from a place, and ahead. */
function sharedPart(text: string, at: number, place: Place, from: number): readonly [number, number] {
  const { small } = place.secret;
  let back = 0;
  while (at - back > from && place.at > back && text[at - back - 1] === small[place.at - back - 1]) {
    back++;
  }
  let ahead = probe;
  while (
    at + ahead < text.length &&
    place.at + ahead < small.length &&
    text[at + ahead] === small[place.at + ahead]
  ) {
    ahead++;
  }
  return [back, ahead];
}
