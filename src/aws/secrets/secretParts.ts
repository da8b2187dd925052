/** A part of a secret that is this long is known by it, whatever it looks like; a shorter one might be a word of ours. */
const surelyOne = 16;

/** Any part of the shortest length holds a whole probe of the secret, wherever it begins. */
const probe = 6;
const step = 7;

/** How many beginnings of probes are told apart. */
const beginnings = 1 << 14;

interface Place {
  readonly secret: string;
  readonly at: number;
}

/** Finds parts of secrets in texts, in a time that grows with the text alone and not with how many secrets there are. */
export class SecretParts {
  /** Of a part that is not the whole. */
  static readonly shortest = probe + step - 1;
  readonly #known = new Set<string>();
  readonly #places = new Map<string, Place[]>();
  /** Which two characters a probe begins with, roughly: nearly every place of a text is passed over by it. */
  readonly #begins = new Uint8Array(beginnings);

  add(secret: string): void {
    if (this.#known.has(secret)) {
      return;
    }
    this.#known.add(secret);
    for (let at = 0; at + probe <= secret.length; at += step) {
      const found = secret.slice(at, at + probe);
      this.#begins[beginningAt(secret, at)] = 1;
      const places = this.#places.get(found);
      if (places) {
        places.push({ secret, at });
      } else {
        this.#places.set(found, [{ secret, at }]);
      }
    }
  }

  redact(text: string): string {
    let kept = "";
    let from = 0;
    for (let at = 0; at + probe <= text.length; ) {
      if (this.#begins[beginningAt(text, at)] === 0) {
        at += 1;
        continue;
      }
      const [start, end] = this.#longestAt(text, at, from);
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
      const [start, end] = sharedPart(text, at, place, from);
      const isPart = end - start === place.secret.length || isTelling(text.slice(start, end));
      if (isPart && end - start > longest[1] - longest[0]) {
        longest = [start, end];
      }
    }
    return longest;
  }
}

function beginningAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 7) ^ text.charCodeAt(at + 1)) & (beginnings - 1);
}

function isTelling(part: string): boolean {
  return part.length >= surelyOne || (part.length >= SecretParts.shortest && /[A-Z0-9]/.test(part));
}

/** Where what both have in common begins and ends in the text. */
function sharedPart(text: string, at: number, place: Place, from: number): readonly [number, number] {
  const { secret } = place;
  let back = 0;
  while (at - back > from && place.at > back && text[at - back - 1] === secret[place.at - back - 1]) {
    back++;
  }
  let ahead = probe;
  while (
    at + ahead < text.length &&
    place.at + ahead < secret.length &&
    text[at + ahead] === secret[place.at + ahead]
  ) {
    ahead++;
  }
  return [at - back, at + ahead];
}
