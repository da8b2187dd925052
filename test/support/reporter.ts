import { findSourceMap } from "node:module";
import { type MochaOptions, Runner, reporters } from "mocha";

/** Says what failed and how, and counts. */
export class Reporter extends reporters.Base {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const { mark, stories, write } = options.reporterOptions as ReporterOptions;
    const storyOf = (test: Mocha.Runnable): Story => {
      const [title = ""] = test.titlePath();
      const story = stories.get(title) ?? { passed: 0, skipped: 0, failures: [], milliseconds: 0 };
      stories.set(title, story);
      return story;
    };
    const { EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_TEST_FAIL, EVENT_SUITE_BEGIN, EVENT_SUITE_END } =
      Runner.constants;
    let since = 0;
    runner.on(EVENT_SUITE_BEGIN, (suite: Mocha.Suite) => {
      since = suite.parent?.root ? performance.now() : since;
    });
    runner.on(EVENT_SUITE_END, (suite: Mocha.Suite) => {
      const story = stories.get(suite.title);
      if (suite.parent?.root && story) {
        story.milliseconds += performance.now() - since;
      }
    });
    runner.on(EVENT_TEST_PASS, (test: Mocha.Runnable) => storyOf(test).passed++);
    runner.on(EVENT_TEST_PENDING, (test: Mocha.Runnable) => storyOf(test).skipped++);
    runner.on(EVENT_TEST_FAIL, (test: Mocha.Runnable, error: unknown) => {
      const title = test.titlePath().join(" › ");
      storyOf(test).failures.push(title);
      write(`${mark} ${title}\n${indent(describe(error))}\n`);
    });
  }
}

export interface ReporterOptions {
  /** What stands before the title of a test that failed. */
  readonly mark: string;
  /** By the title of the outermost `describe`, or of a test outside of any. */
  readonly stories: Map<string, Story>;
  readonly write: (text: string) => void;
}

/** What came of the tests of one `describe`. */
export interface Story {
  passed: number;
  skipped: number;
  /** What it took with its hooks, where it is a `describe`. */
  milliseconds: number;
  /** The titles of the tests that failed. */
  readonly failures: string[];
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return (error.stack ?? error.message)
    .split("\n")
    .filter((line) => !/node:internal|node_modules\/mocha\//.test(line))
    .slice(0, 30)
    .map(inSource)
    .join("\n");
}

/** VS Code's extension host formats stacks itself, and leaves the places in the bundle. */
function inSource(line: string): string {
  return line.replace(/([^\s(]*out[\\/]tests[\\/]\w+\.js):(\d+):(\d+)/, (place, file, row, column) => {
    const entry = findSourceMap(file)?.findEntry(Number(row) - 1, Number(column) - 1);
    return entry && "originalSource" in entry
      ? `${entry.originalSource.replace(/^.*?\/(?=test\/|src\/)/, "")}:${entry.originalLine + 1}`
      : place;
  });
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
