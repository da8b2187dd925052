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
  if (!(error instanceof Error)) return String(error);
  const stack = (error.stack ?? error.message)
    .split("\n")
    .filter((line) => !/node:internal|node_modules\/mocha\//.test(line))
    .slice(0, 30)
    .join("\n");
  return "actual" in error && "expected" in error && !/^\s*[+-] /m.test(error.message)
    ? `${stack}\n${reporters.Base.generateDiff(stringify(error.actual), stringify(error.expected))}`
    : stack;
}

function stringify(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? String(value));
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
