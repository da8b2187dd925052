import { largeMap } from "../support/largeMap";
import { MapInBrowser } from "../support/mapInBrowser";
import { type Bench, median } from "./bench";
import { type Frames, framesWhileScrolling } from "./framesWhileScrolling";

const runs = 5;

/** As large as the map, and nothing in it. */
const emptyPage = `<!DOCTYPE html><style>
  .scroller { position: fixed; inset: 0; overflow: auto; contain: strict; background: #1f1f1f }
  .scroller div { width: 18700px; height: 4900px }
</style><body><div class="scroller"><div></div></div>`;

/** The access map of 200 sources by 200 columns, in a window beside a page that scrolls and has nothing in it. */
export const map: Bench = {
  names: ["map"],
  async run() {
    const data = largeMap(200);
    const pictures: number[] = [];
    for (let nth = 0; nth < 3; nth++) {
      const fresh = await MapInBrowser.open();
      pictures.push(await fresh.show(data).finally(() => fresh.close()));
    }
    const ours = await MapInBrowser.open();
    try {
      await ours.show(data);
      const peer = await ours.beside(emptyPage);
      const [our, peers]: [Frames[], Frames[]] = [[], []];
      for (let nth = 0; nth < runs; nth++) {
        peers.push(await framesWhileScrolling(peer, peer.mainFrame()));
        our.push(await framesWhileScrolling(ours.page, ours.frame));
      }
      const work: number[] = [];
      for (let nth = 0; nth < 3; nth++) {
        work.push(await ours.longestTask(ours.page, () => framesWhileScrolling(ours.page, ours.frame)));
      }
      const still = longest(peers);
      return {
        "map/first-picture": { value: median(pictures), unit: "ms", limit: 1_000 },
        // By the clock: where the machine itself stands still, so does the empty page.
        "map/frames": { value: longest(our), unit: "ms", peer: still, limit: Math.max(50, still) },
        "map/frames/median-run": {
          value: median(our.map(({ times }) => Math.max(...times))),
          peer: median(peers.map(({ times }) => Math.max(...times))),
          unit: "ms",
        },
        "map/frames/long": { value: long(our), peer: long(peers), unit: "count" },
        "map/frames/work": { value: median(work), unit: "ms", limit: 30 },
      };
    } finally {
      await ours.close();
    }
  },
};

function longest(some: readonly Frames[]): number {
  return Math.max(...some.flatMap(({ times }) => times));
}

function long(some: readonly Frames[]): number {
  return some.reduce((sum, each) => sum + each.long, 0);
}
