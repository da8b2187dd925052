import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { type Failure, failureKinds } from "../../../src/core/failures/failures";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";
import { assertWhole } from "../../support/wholeMessage";
import { provoked } from "./provoked";

/**
 * Every failure of the catalogue as it comes about, and its message as it is told, beside this file. A window shows
 * them all (`test/ui/refresh.test.ts`). Where words change on purpose, `ELASTICACHE_ACCESS_WRITE_SHOWN=1` writes the
 * file anew, to be formatted, and read before it is committed.
 */
const file = "test/wire/failures/catalogue.json";
const isWriting = process.env["ELASTICACHE_ACCESS_WRITE_SHOWN"] === "1";

interface Told {
  readonly by: string;
  readonly failure: Failure;
  readonly text?: string;
  readonly actions?: readonly string[];
}

/** A line of the table in docs/failures.md, by its kind. */
function documented(kind: string): string {
  const lines = readFileSync("docs/failures.md", "utf8").split("\n");
  return lines.find((line) => line.startsWith("|") && line.includes(`\`${kind}\``)) ?? "";
}

describe("every failure of the catalogue", () => {
  let told: readonly Told[] = [];

  before(async () => {
    told = await Promise.all(
      provoked.map(async ({ kind, by, run }) => {
        const world = await CommandWorld.start();
        const ui = new ScriptedUi();
        try {
          const failure = await run(world, ui);
          assert.equal(failure.kind, kind, `${by}: ${JSON.stringify(failure)}`);
          if (kind === "alreadyAuthorized") {
            // No error: a command says that it was so already.
            return { by, failure: steady(failure) };
          }
          await until(() => ui.messages.length > 0, `${by} is told`);
          const [{ text, actions } = assert.fail()] = ui.messages;
          return { by, failure: steady(failure), text: steady(text), actions };
        } finally {
          await world.close();
        }
      }),
    );
  });

  it("comes about, each kind but the one that is never shown", () => {
    const kinds = new Set(told.map(({ failure }) => failure.kind));
    assert.deepEqual(
      failureKinds.filter((kind) => !kinds.has(kind)),
      ["cancelled"],
    );
  });

  it("is told whole, in words of everybody", () => {
    for (const { text, actions } of told) {
      if (text !== undefined && actions !== undefined) {
        assertWhole({ text, actions });
      }
    }
  });

  it("offers what the page says", () => {
    for (const { failure, actions = [] } of told) {
      // Said there of all that may be gone or in doubt, and of what nothing mends.
      for (const action of actions.filter((each) => !["Refresh", "Copy Details"].includes(each))) {
        assert.ok(documented(failure.kind).includes(action), `${action}: ${documented(failure.kind)}`);
      }
    }
  });

  it("is as written down, with its length", () => {
    if (isWriting) {
      writeFileSync(file, `${JSON.stringify(told, undefined, 2)}\n`);
    }
    assert.deepEqual(told, JSON.parse(readFileSync(file, "utf8")));
  });
});

/** What is another in every run, in another of the same length. */
function steady<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value)
      .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:40000")
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "817fa999-3647-11e0-ae57-f96cfe56749c"),
  );
}
