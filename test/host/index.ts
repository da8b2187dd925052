import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { runSuite } from "../support/runSuite";

/** What VS Code calls in its extension host. It rejects when a test fails: then VS Code's exit code is 1. */
export async function run(): Promise<void> {
  useOwnHome();
  const report = process.env["ELASTICACHE_ACCESS_REPORT"];
  const result = await runSuite({
    suite: process.env["ELASTICACHE_ACCESS_SUITE"] ?? "host",
    folder: process.env["ELASTICACHE_ACCESS_FOLDER"] ?? "host",
    timeout: 180_000,
    // Not the console: VS Code mixes its own lines into it.
    write: (text) => (report ? appendFileSync(report, `${text}\n`) : console.log(text)),
  });
  if (result === "failed") {
    throw new Error("Tests failed");
  }
}

/** Before the extension looks for it: what the AWS CLI has saved for the one who runs the tests is not theirs. */
function useOwnHome(): void {
  const home = path.join(path.dirname(process.env["AWS_CONFIG_FILE"] ?? ""), "home");
  mkdirSync(home, { recursive: true });
  process.env["HOME"] = home;
  process.env["USERPROFILE"] = home;
}
