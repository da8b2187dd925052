const byCall = new WeakMap<AbortSignal, readonly string[]>();

/** From now on the answers to a call, known by its signal, are read without these elements. */
export function leaveOut(signal: AbortSignal, elements: readonly string[]): void {
  byCall.set(signal, elements);
}

export function elementsLeftOut(signal: AbortSignal | undefined): readonly string[] {
  return (signal && byCall.get(signal)) ?? [];
}

/**
 * Takes the elements of these names out of XML, chunk by chunk: a search for bytes, which costs next to nothing
 * where parsing, and even keeping, megabytes would hold up everything else. None of the elements may hold
 * another of them. One that does not end takes the rest with it.
 */
export class LeftOut {
  readonly #tags: readonly { readonly opening: Buffer; readonly closing: Buffer }[];
  /** The end of the element that the chunks are in the middle of. */
  #until: Buffer | undefined;
  /** The last bytes, which may be the beginning of a tag. */
  #held: Buffer = Buffer.alloc(0);

  constructor(names: readonly string[]) {
    this.#tags = names.map((name) => ({
      opening: Buffer.from(`<${name}>`),
      closing: Buffer.from(`</${name}>`),
    }));
  }

  /** What is to be kept of a chunk and of what was held back before it. */
  push(chunk: Buffer): readonly Buffer[] {
    if (this.#tags.length === 0) {
      return [chunk];
    }
    const bytes = this.#withHeld(chunk);
    const kept: Buffer[] = [];
    let start = 0;
    for (;;) {
      const next = this.#until ? endOf(bytes, this.#until, start) : this.#nextOpening(bytes, start);
      if (!next) {
        break;
      }
      if (!this.#until) {
        kept.push(copyOf(bytes, start, next.from));
      }
      this.#until = next.until;
      start = next.to;
    }
    const held = Math.max(start, bytes.length - this.#longest() + 1);
    if (!this.#until) {
      kept.push(copyOf(bytes, start, held));
    }
    this.#held = copyOf(bytes, held, bytes.length);
    return kept;
  }

  /** What is left when the last chunk is over. */
  end(): readonly Buffer[] {
    return this.#until ? [] : [this.#held];
  }

  /** The bytes to search. Inside an element what was held back matters only where its end began there. */
  #withHeld(chunk: Buffer): Buffer {
    if (this.#held.length === 0) {
      return chunk;
    }
    const seam = this.#until && Buffer.concat([this.#held, chunk.subarray(0, this.#until.length - 1)]);
    return seam && chunk.length >= seam.length && !seam.includes(this.#until ?? "")
      ? chunk
      : Buffer.concat([this.#held, chunk]);
  }

  #nextOpening(bytes: Buffer, start: number) {
    let first: { from: number; to: number; until: Buffer } | undefined;
    for (const { opening, closing } of this.#tags) {
      const from = bytes.indexOf(opening, start);
      if (from >= 0 && (!first || from < first.from)) {
        first = { from, to: from + opening.length, until: closing };
      }
    }
    return first;
  }

  #longest(): number {
    return this.#until?.length ?? Math.max(...this.#tags.map(({ opening }) => opening.length));
  }
}

function endOf(bytes: Buffer, closing: Buffer, start: number) {
  const from = bytes.indexOf(closing, start);
  return from < 0 ? undefined : { from, to: from + closing.length, until: undefined };
}

/** A part that does not keep the whole chunk in memory. */
function copyOf(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.from(bytes.subarray(from, to));
}
