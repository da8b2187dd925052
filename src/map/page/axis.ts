import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";

/** A line that is to be drawn, and where. */
export interface AxisLine {
  readonly index: number;
  readonly start: number;
  /** In sight, or kept: the others are near. */
  readonly isSeen: boolean;
}

/** One axis of the grid: which of its lines are to be drawn, and where. */
export class Axis {
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #options: VirtualizerOptions<HTMLElement, HTMLElement>;
  #stop: (() => void) | undefined;
  #kept = -1;

  constructor(scroller: HTMLElement, horizontal: boolean, overscan: number, changed: () => void) {
    this.#options = {
      count: 0,
      getScrollElement: () => scroller,
      estimateSize: () => 1,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: changed,
      horizontal,
      overscan,
    };
    this.#virtualizer = new Virtualizer(this.#options);
  }

  /** `before`: the headings, which stay where they are while the lines move below them. */
  set(count: number, size: number, before: number): void {
    this.#options = {
      ...this.#options,
      ...{ count, estimateSize: () => size, paddingStart: before, scrollPaddingStart: before },
    };
    this.#virtualizer.setOptions(this.#options);
    this.#virtualizer.measure();
    this.#stop ??= this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** The line that is drawn wherever one looks, since it has the keyboard's focus. */
  keep(kept: number): void {
    this.#kept = kept;
    this.#options = {
      ...this.#options,
      // Another function each time: what it made of a range is remembered by it.
      rangeExtractor: (range) => {
        const drawn = defaultRangeExtractor(range);
        return kept < 0 || kept >= range.count || drawn.includes(kept)
          ? drawn
          : [...drawn, kept].sort((a, b) => a - b);
      },
    };
    this.#virtualizer.setOptions(this.#options);
  }

  drawn(): readonly AxisLine[] {
    const lines = this.#virtualizer.getVirtualItems();
    const { startIndex = 0, endIndex = -1 } = this.#virtualizer.range ?? {};
    return lines.map(({ index, start }) => ({
      ...{ index, start },
      isSeen: (index >= startIndex && index <= endIndex) || index === this.#kept,
    }));
  }

  get total(): number {
    return this.#virtualizer.getTotalSize();
  }

  /** Brings a line into view; the beginning for the headings, which are before the first. */
  show(index: number): void {
    if (index < 0) {
      this.#virtualizer.scrollToOffset(0);
    } else {
      this.#virtualizer.scrollToIndex(index, { align: "auto" });
    }
  }
}
