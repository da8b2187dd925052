import { appendFileSync } from "node:fs";
import { runSuite } from "../support/runSuite";

/** What VS Code calls in its extension host. It rejects when a test fails: then VS Code's exit code is 1. */
export async function run(): Promise<void> {
  const report = process.env["ELASTICACHE_ACCESS_REPORT"];
  const result = await runSuite({
    suite: process.env["ELASTICACHE_ACCESS_SUITE"] ?? "host",
    folder: "host",
    timeout: 60_000,
    // Not the console: VS Code mixes its own lines into it.
    write: (text) => (report ? appendFileSync(report, `${text}\n`) : console.log(text)),
  });
  if (result === "failed") throw new Error("Tests failed");
}
