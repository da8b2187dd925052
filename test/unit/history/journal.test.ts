import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { HistoryEntry } from "../../../src/core/history";
import { Journal, type JournalOptions, journalBounds } from "../../../src/history/journal";

const entry = (number: number): HistoryEntry => ({
  time: new Date(number).toISOString(),
  target: { profile: "dev", region: "us-west-2" },
  action: "CreateCacheSecurityGroup",
  what: { CacheSecurityGroupName: `group${number}` },
  outcome: "done",
});

describe("the journal", () => {
  let folder = "";
  const told: string[] = [];
  const logged: string[] = [];

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "elasticache-access-")), "deep", "history");
    told.length = 0;
    logged.length = 0;
  });
  afterEach(() => rmSync(path.dirname(path.dirname(folder)), { recursive: true, force: true }));

  const journal = (options: Partial<JournalOptions> = {}) =>
    new Journal({
      folder,
      ...journalBounds,
      log: (line) => logged.push(line),
      tell: (text) => told.push(text),
      ...options,
    });
  const numbers = async (from = journal()) => {
    const read = await from.read();
    assert.ok(read.ok, JSON.stringify(read));
    return read.value.map(({ what }) => Number(String(what["CacheSecurityGroupName"]).slice(5)));
  };
  const files = () => readdirSync(folder).sort();

  it("is empty where nothing was recorded", async () => {
    assert.deepEqual(await numbers(), []);
  });

  it("keeps the order, and outlives the window", async () => {
    const first = journal();
    await Promise.all([1, 2, 3].map((number) => first.write(entry(number))));
    await journal().write(entry(4));
    assert.deepEqual(await numbers(), [1, 2, 3, 4]);
    assert.equal(readFileSync(path.join(folder, "changes-000001.jsonl"), "utf8").split("\n").length, 5);
  });

  it("is for its owner alone", async function () {
    if (process.platform === "win32") {
      this.skip();
    }
    await journal().write(entry(1));
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(path.join(folder, "changes-000001.jsonl")).mode & 0o777, 0o600);
  });

  it("begins a new segment when one is full, and drops the oldest", async () => {
    const small = journal({ segmentBytes: 500, segments: 3 });
    for (let number = 0; number < 40; number++) {
      await small.write(entry(number));
    }
    assert.equal(files().length, 3);
    for (const file of files()) {
      assert.ok(statSync(path.join(folder, file)).size <= 500, file);
    }
    const kept = await numbers();
    assert.equal(kept.at(-1), 39);
    assert.deepEqual(
      kept,
      Array.from({ length: kept.length }, (_, index) => 40 - kept.length + index),
    );
    assert.ok(kept.length >= 6, `${kept}`);
  });

  it("takes a line that is longer than a segment", async () => {
    await journal({ segmentBytes: 10 }).write(entry(1));
    await journal({ segmentBytes: 10 }).write(entry(2));
    assert.deepEqual(await numbers(), [1, 2]);
    assert.deepEqual(files(), ["changes-000001.jsonl", "changes-000002.jsonl"]);
  });

  it("passes over torn lines, and loses none after them", async () => {
    await journal().write(entry(1));
    const file = path.join(folder, "changes-000001.jsonl");
    appendFileSync(file, '{"time":"2026-11-03T14:0');
    await journal().write(entry(2));
    appendFileSync(file, "\u0000\u0000\n\n");
    await journal().write(entry(3));
    assert.deepEqual(await numbers(), [1, 2, 3]);
  });

  it("leaves files of others alone", async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "notes.txt"), "mine");
    writeFileSync(path.join(folder, "changes-1.jsonl"), "mine");
    const small = journal({ segmentBytes: 10, segments: 1 });
    await small.write(entry(1));
    await small.write(entry(2));
    assert.deepEqual(files(), ["changes-000002.jsonl", "changes-1.jsonl", "notes.txt"]);
    assert.deepEqual(await numbers(), [2]);
  });

  it("logs each failure to write, tells the first, and never rejects", async () => {
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, "a file where the folder should be");
    const broken = journal();
    await broken.write(entry(1));
    await broken.write(entry(2));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /The changes themselves are not affected/);
    assert.equal(logged.length, 2);
    const read = await broken.read();
    assert.ok(!read.ok);
    assert.equal(read.failure.code, "ENOTDIR");
  });

  it("comes back when the folder was deleted meanwhile", async () => {
    const open = journal();
    await open.write(entry(1));
    rmSync(folder, { recursive: true });
    await open.write(entry(2));
    assert.deepEqual(await numbers(open), [2]);
    assert.deepEqual(told, []);
  });
});
