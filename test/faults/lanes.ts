/** Cells of the table that are run one after the other. */
interface Lane {
  readonly cells: Cell[];
  readonly end: () => Promise<void>;
}

interface Cell {
  readonly run: () => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A cell waits more than it computes: so many lanes go at a time. */
const width = 8;

/** Only cells of tests that are run are. */
const wanted = new RegExp(process.env["ELASTICACHE_ACCESS_GREP"] ?? "");

const waiting: Lane[] = [];

/** A lane, with what is to be done when its cells have been run. */
export function newLane(end: () => Promise<void>): Lane {
  const lane = { cells: [], end };
  waiting.push(lane);
  return lane;
}

/**
 * Puts a cell into a lane. What is given back waits for it, as its test.
 *
 * @param title the whole title of the test
 */
export function cellIn({ cells }: Lane, title: string, run: () => Promise<void>): () => Promise<void> {
  if (!wanted.test(title)) {
    return () => Promise.resolve();
  }
  const promise = new Promise<void>((resolve, reject) => {
    cells.push({ run, resolve, reject });
  });
  // Its test, which tells of it, may not be waiting yet.
  promise.catch(() => undefined);
  return () => promise;
}

/** Runs the cells of all lanes, a few lanes at a time, and does not wait for them. */
export function startLanes(): void {
  for (let started = 0; started < width; started++) {
    void takeLanes();
  }
}

async function takeLanes(): Promise<void> {
  for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
    for (const { run, resolve, reject } of lane.cells) {
      await run().then(resolve, reject);
    }
    await lane.end();
  }
}
