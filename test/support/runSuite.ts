import path from "node:path";
import Mocha from "mocha";
import { Reporter, type ReporterOptions, type Story } from "./reporter";

export interface SuiteOptions {
  /** One word for the closing line. */
  readonly suite: string;
  /** The folder of the tests: `test/FOLDER`. */
  readonly folder: string;
  /** Milliseconds for one test. */
  readonly timeout: number;
  /** How often a story may be told until none of its steps fails. What failed before is said. */
  readonly tries?: number;
  readonly write: (text: string) => void;
}

/** Runs the bundled tests of one suite. Rejects when one cannot be loaded. */
export async function runSuite(options: SuiteOptions): Promise<"passed" | "failed"> {
  const { suite, tries = 1, write } = options;
  process.setSourceMapsEnabled(true);
  const stories = new Map<string, Story>();
  const failing = () => [...stories].filter(([, { failures }]) => failures.length > 0);
  await tell(options, "✗", stories);
  for (let tried = 1; tried < tries && failing().length > 0; tried++) {
    const again = failing().map(([title]) => title);
    write(`Once more, anew: ${again.join(", ")}\n`);
    await tell(options, "✗ again:", stories, again);
  }
  const all = [...stories.values()];
  const sum = (count: (story: Story) => number) => all.reduce((total, story) => total + count(story), 0);
  const [passed, skipped] = [sum((story) => story.passed), sum((story) => story.skipped)];
  const failed = sum(({ failures }) => failures.length);
  // A suite that ran nothing has shown nothing, unless the tests of another one were asked for.
  const ran = passed + failed + skipped > 0 || Boolean(process.env["ELASTICACHE_ACCESS_GREP"]);
  if (!ran) {
    write("No test was run.");
  }
  write(`${suite}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (process.env["ELASTICACHE_ACCESS_TIMES"]) {
    const longest = [...stories].sort(([, a], [, b]) => b.milliseconds - a.milliseconds).slice(0, 8);
    for (const [title, { milliseconds }] of longest) {
      write(`  ${(milliseconds / 1_000).toFixed(1).padStart(6)} s  ${title}`);
    }
  }
  return failed === 0 && ran ? "passed" : "failed";
}

/** Runs the stories with these titles, or all, and puts what came of each into `stories`. */
async function tell(
  { folder, timeout, write }: SuiteOptions,
  mark: string,
  stories: Map<string, Story>,
  wanted?: readonly string[],
): Promise<void> {
  const mocha = new Mocha({
    timeout,
    color: false,
    reporter: Reporter,
    reporterOptions: { mark, stories, write } satisfies ReporterOptions,
    forbidOnly: process.env["CI"] !== undefined,
  });
  const grep = process.env["ELASTICACHE_ACCESS_GREP"];
  if (grep) {
    mocha.grep(new RegExp(grep));
  }
  mocha.addFile(path.join(__dirname, `${folder}.js`));
  // What the tests before have left in their modules is not that of these.
  mocha.unloadFiles();
  await mocha.loadFilesAsync();
  const { suite } = mocha;
  const chosen = wanted ?? chosenStories([...suite.suites, ...suite.tests].map(({ title }) => title));
  if (chosen) {
    suite.suites = suite.suites.filter(({ title }) => chosen.includes(title));
    suite.tests = suite.tests.filter(({ title }) => chosen.includes(title));
    for (const title of chosen) {
      stories.delete(title);
    }
  }
  await new Promise<void>((resolve) => mocha.run(() => resolve()));
}

/** Those of the stories that the environment asks for. Nothing where it asks for all. */
function chosenStories(titles: readonly string[]): readonly string[] | undefined {
  const { ELASTICACHE_ACCESS_STORIES: named, ELASTICACHE_ACCESS_PART: part } = process.env;
  if (named) {
    const stories = JSON.parse(named) as readonly string[];
    const gone = stories.find((title) => !titles.includes(title));
    if (gone !== undefined) {
      throw new Error(`There is no story "${gone}"`);
    }
    return stories;
  }
  if (part) {
    const [number = 1, parts = 1] = part.split("/").map(Number);
    return titles.filter((_title, index) => index % parts === number - 1);
  }
  return undefined;
}
