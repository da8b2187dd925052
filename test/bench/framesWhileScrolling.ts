import type { Frame, Page } from "playwright-core";

export interface Frames {
  /** From each frame to the next, in milliseconds. */
  readonly times: readonly number[];
  /** How many the browser itself counts among the long ones: 50 ms and more from their beginning to their picture. */
  readonly long: number;
}

/** Down, right, up, both at once, and back in large steps: `[across, down, times]`, in pixels of a wheel's turn. */
const turns = [
  [0, 120, 30],
  [120, 0, 40],
  [0, -120, 20],
  [300, 100, 30],
  [-400, -200, 30],
] as const;

/** The frames of what scrolls in a page while somebody turns the wheel over it. */
export async function framesWhileScrolling(page: Page, frame: Frame): Promise<Frames> {
  await page.bringToFront();
  // The frames of a frame inside the page are told to the page alone.
  await page.evaluate(watchLongFrames);
  await frame.evaluate(begin);
  await page.mouse.move(500, 450);
  for (const [across, down, times] of turns) {
    for (let nth = 0; nth < times; nth++) {
      await page.mouse.wheel(across, down);
      await new Promise((resolve) => setTimeout(resolve, 16));
    }
  }
  const { times, places } = await frame.evaluate<Omit<Frames, "long"> & { readonly places: number }>(end);
  const long = await page.evaluate<number>("(longFrames.disconnect(), longOnes.size)");
  if (places < 50) {
    throw new Error(`The page has scrolled to ${places} places only`);
  }
  return { times, long };
}

const watchLongFrames = `(() => {
  longOnes = new Set();
  longFrames = new PerformanceObserver((list) => list.getEntries().forEach((each) => longOnes.add(each.startTime)));
  longFrames.observe({ type: "long-animation-frame" });
})()`;

const begin = `(() => {
  const scroller = document.querySelector(".scroller");
  scroller.scrollTo(0, 0);
  counted = { times: [], places: new Set(), isOver: false };
  let last;
  const tick = (now) => {
    if (last !== undefined) { counted.times.push(now - last); }
    last = now;
    counted.places.add(scroller.scrollLeft + " " + scroller.scrollTop);
    if (!counted.isOver) { requestAnimationFrame(tick); }
  };
  requestAnimationFrame(tick);
})()`;

const end = `(async () => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  counted.isOver = true;
  return { times: counted.times, places: counted.places.size };
})()`;
