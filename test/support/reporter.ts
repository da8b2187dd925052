import { findSourceMap } from "node:module";
import { type MochaOptions, Runner, reporters } from "mocha";

/** Says what failed and how, and closes with one line of numbers. */
export class Reporter extends reporters.Base {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const { suite, write } = options.reporterOptions as ReporterOptions;
    let [passed, failed, skipped] = [0, 0, 0];
    runner.on(Runner.constants.EVENT_TEST_PASS, () => passed++);
    runner.on(Runner.constants.EVENT_TEST_PENDING, () => skipped++);
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test: Mocha.Runnable, error: unknown) => {
      failed++;
      write(`✗ ${test.titlePath().join(" › ")}\n${indent(describe(error))}\n`);
    });
    runner.on(Runner.constants.EVENT_RUN_END, () => {
      write(`${suite}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    });
  }
}

export interface ReporterOptions {
  /** One word for the closing line. */
  readonly suite: string;
  readonly write: (text: string) => void;
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
