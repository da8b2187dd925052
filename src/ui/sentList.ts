/** The keys of a list's entries, by their places; none for what can only be read. */
export type Keys = readonly (string | undefined)[];

/**
 * A list on its way to the window, which may still show the one before. VS Code names an entry by its place alone:
 * what it says meanwhile is of the one list or of the other. Which, the window tells itself: when it takes a list up
 * it marks its first entry, and then the one that was wanted.
 */
export class SentList {
  readonly #before: Keys;
  readonly #now: Keys;
  readonly #signs: readonly number[];
  readonly #places: number[] = [];

  /** `signs`: the places that the window marks when it takes the list up. Empty: one, which only it knows. */
  constructor(before: Keys, now: Keys, signs: readonly number[]) {
    this.#before = before;
    this.#now = now;
    this.#signs = signs;
  }

  /** The window says that the entry at this place is marked. */
  marked(place: number): void {
    this.#places.push(place);
  }

  /** The moment now, by what was said until then. */
  get moment(): number {
    return this.#places.length;
  }

  /** The entry that stood at a place at a moment, once all is said. `undefined` where that cannot be told. */
  keyAt(place: number, moment: number): string | undefined {
    const [before, now] = [this.#before[place], this.#now[place]];
    if (before === now || (moment > 0 && moment === this.#places.length)) {
      // The window says something when it takes a list up. What comes last is of the new one.
      return now;
    }
    if (this.#signs.length === 0) {
      return before;
    }
    const takenUp = this.#takenUp();
    if (takenUp === undefined) {
      return undefined;
    }
    return moment < takenUp ? before : now;
  }

  /** The entry that was marked in the list before, while this one was on its way: the window has lost that mark. */
  markedBefore(): string | undefined {
    const takenUp = this.#takenUp();
    const place =
      takenUp === this.#places.length ? this.#places[takenUp - this.#signs.length - 1] : undefined;
    return place === undefined ? undefined : this.#before[place];
  }

  /** Whether the mark was moved in the new list already. The first list of all may be taken up without a word. */
  wasMoved(): boolean {
    const [wanted, last] = [this.#signs.at(-1), this.#places.at(-1)];
    return wanted === undefined ? this.#places.length > 1 : last !== undefined && last !== wanted;
  }

  /** The moment at which the window had taken the list up. `undefined` where it could be several, or none. */
  #takenUp(): number | undefined {
    const ends = this.#places.flatMap((_, at) => {
      const end = at + Math.max(1, this.#signs.length);
      const fits = this.#signs.every((sign, index) => this.#places[at + index] === sign);
      // In one list nothing is marked that is so already: a place said twice is of two lists.
      return fits && this.#places[end] !== this.#places[end - 1] ? [end] : [];
    });
    return ends.length === 1 ? ends[0] : undefined;
  }
}
