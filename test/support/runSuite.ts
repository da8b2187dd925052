import path from "node:path";
import Mocha from "mocha";
import { Reporter, type ReporterOptions } from "./reporter";

export interface SuiteOptions extends ReporterOptions {
  /** The folder of the tests: `test/FOLDER`. */
  readonly folder: string;
  /** Milliseconds for one test. */
  readonly timeout: number;
}

/** Runs the bundled tests of one suite. Rejects when one cannot be loaded. */
export async function runSuite({
  folder,
  timeout,
  suite,
  write,
}: SuiteOptions): Promise<"passed" | "failed"> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    timeout,
    color: false,
    reporter: Reporter,
    reporterOptions: { suite, write } satisfies ReporterOptions,
    forbidOnly: process.env["CI"] !== undefined,
  });
  const grep = process.env["ELASTICACHE_ACCESS_GREP"];
  if (grep) {
    mocha.grep(new RegExp(grep));
  }
  mocha.addFile(path.join(__dirname, `${folder}.js`));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      // A suite that ran nothing has shown nothing, unless the tests of another one were asked for.
      const ran = (runner.stats?.tests ?? 0) > 0 || Boolean(grep);
      if (!ran) {
        write("No test was run.");
      }
      resolve(failures === 0 && ran ? "passed" : "failed");
    });
  });
}
