import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Journal, journalBounds } from "../../../src/history/journal";
import {
  forgetClosedWindows,
  isWindowOpen,
  windowFile,
  windowsFolder,
} from "../../../src/history/openWindows";
import { ownProcess, type ProcessIdentity } from "../../../src/history/ownProcess";
import { OwnWindow } from "../../../src/history/ownWindow";
import { until } from "../../support/until";

const request = {
  time: "2026-11-26T10:00:00.000Z",
  target: { profile: "dev", region: "us-west-2" },
  action: "CreateCacheSecurityGroup",
  what: { CacheSecurityGroupName: "made" },
};

describe("whether a window is open", () => {
  let folder = "";
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "elasticache-access-")), "history");
    mkdirSync(windowsFolder(folder));
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  /** What a window of this process, or of another, has left behind. */
  const left = async (other: Partial<ProcessIdentity> & { readonly ago?: number }) => {
    const { ago = 0, ...identity } = other;
    const said = { ...(await ownProcess()), ...identity };
    writeFileSync(windowFile(folder, "ab"), JSON.stringify(said));
    const time = new Date(Date.now() - ago);
    utimesSync(windowFile(folder, "ab"), time, time);
    return isWindowOpen(folder, "ab");
  };
  /** The number of a process that has ended. */
  const ended = async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    return child.pid ?? assert.fail();
  };

  it("is told by its own process, from the first change to the end of the window", async () => {
    const window = new OwnWindow(folder);
    assert.equal(await isWindowOpen(folder, window.name), false);
    await window.whileUnderWay(async () => assert.equal(await isWindowOpen(folder, window.name), true));
    window.dispose();
    await until(() => readdirSync(windowsFolder(folder)).length === 0, "it leaves nothing behind");
    assert.equal(await isWindowOpen(folder, window.name), false);
  });

  it("is still yes while the window closes over a change, whose end is on its way", async () => {
    const window = new OwnWindow(folder);
    await window.whileUnderWay(async () => {
      window.dispose();
      assert.equal(await isWindowOpen(folder, window.name), true);
    });
  });

  it("is no once its process has ended, at once", async () => {
    assert.equal(await left({ pid: await ended() }), false);
  });

  it("is no where another process has got its number", async function () {
    const { began } = await ownProcess();
    if (began === undefined) {
      this.skip();
    }
    assert.equal(await left({ began: String(Number(began) - 1) }), false);
    assert.equal(await left({}), true);
  });

  it("is told by its last sign of life where the process cannot be asked", async () => {
    assert.equal(await left({ host: "elsewhere" }), true);
    assert.equal(await left({ host: "elsewhere", ago: 120_000 }), false);
    assert.equal(await left({ host: "elsewhere", pid: await ended() }), true);
  });

  for (const text of ["", "{", "[]", '{"pid":"1","host":"x"}', '{"pid":-1,"host":"x"}']) {
    it(`is told by the time alone where what it left says ${text || "nothing"}`, async () => {
      writeFileSync(windowFile(folder, "ab"), text);
      assert.equal(await isWindowOpen(folder, "ab"), text !== "" && text !== "{");
    });
  }

  it("makes no path of what stands in a line", async () => {
    writeFileSync(path.join(path.dirname(folder), "other.json"), JSON.stringify(await ownProcess()));
    assert.equal(await isWindowOpen(folder, "../other"), false);
    assert.equal(await isWindowOpen(folder, ""), false);
  });

  it("is forgotten of those that are closed", async () => {
    await left({ pid: await ended() });
    const window = new OwnWindow(folder);
    await window.whileUnderWay(async () => {
      await forgetClosedWindows(folder);
      assert.deepEqual(readdirSync(windowsFolder(folder)), [`${window.name}.json`]);
    });
  });

  it("decides in the history what became of a change without an end", async () => {
    const journal = new Journal({ ...journalBounds, folder, log: assert.fail, tell: assert.fail });
    const outcome = async () => {
      const read = await journal.read();
      assert.ok(read.ok);
      return read.value.map((entry) => entry.outcome);
    };
    const id = journal.window.nextId();
    await journal.window.whileUnderWay(async () => {
      await journal.write({ line: "sent", id, ...request });
      assert.deepEqual(await outcome(), ["underWay"]);
      const file = windowFile(folder, journal.window.name);
      const dead = { ...JSON.parse(readFileSync(file, "utf8")), pid: await ended() };
      writeFileSync(file, JSON.stringify(dead));
      assert.deepEqual(await outcome(), ["inDoubt"]);
      await journal.write({ id, ...request, outcome: "done" });
      assert.deepEqual(await outcome(), ["done"]);
    });
  });
});
