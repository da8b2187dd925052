import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { sharedPaths, watchFiles } from "../../../src/profiles/watchFiles";

const never = 60_000;

describe("watchFiles", () => {
  let home: string;
  let stop: (() => void) | undefined;
  let told: string[][];

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "watch-"));
    told = [];
  });
  afterEach(async () => {
    stop?.();
    await rm(home, { recursive: true, force: true });
  });

  async function start(look = never): Promise<void> {
    const watching = watchFiles(
      sharedPaths({ environment: {}, home }),
      (paths) => told.push(paths.map((path) => basename(path))),
      { quiet: 20, look },
    );
    stop = () => watching.dispose();
    await pause(80);
  }
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const config = () => join(home, ".aws", "config");
  /** What was told once something was done. */
  async function toldBy(act: () => Promise<unknown>): Promise<string[]> {
    told = [];
    await act();
    for (let n = 0; n < 100 && told.length === 0; n++) {
      await pause(20);
    }
    return [...new Set(told.flat())];
  }

  it("tells of a file that is written, replaced by a rename, deleted and written anew", async () => {
    await mkdir(join(home, ".aws"));
    await writeFile(config(), "1");
    await start();
    assert.deepEqual(await toldBy(() => appendFile(config(), "2")), ["config"]);
    await writeFile(`${config()}.tmp`, "3");
    await pause(60);
    assert.deepEqual(await toldBy(() => rename(`${config()}.tmp`, config())), ["config"]);
    assert.deepEqual(await toldBy(() => rm(config())), ["config"]);
    assert.deepEqual(await toldBy(() => writeFile(config(), "4")), ["config"]);
    assert.deepEqual(await toldBy(() => writeFile(join(home, ".aws", "credentials"), "5")), ["credentials"]);
  });

  it("tells once of what is written in many steps, and nothing of other files", async () => {
    await mkdir(join(home, ".aws"));
    await start();
    await toldBy(async () => {
      // In one go, so that a busy machine puts no pause between two steps.
      for (let n = 0; n < 10; n++) {
        appendFileSync(config(), "x");
      }
    });
    await pause(100);
    assert.equal(told.length, 1);
    told = [];
    await writeFile(join(home, ".aws", "other"), "x");
    await pause(150);
    assert.deepEqual(told, []);
  });

  it("finds folders that come later, go and come again", async () => {
    await start(50);
    assert.deepEqual(
      await toldBy(async () => {
        await mkdir(join(home, ".aws"));
        await writeFile(config(), "1");
      }),
      ["config"],
    );
    assert.deepEqual(await toldBy(() => rm(join(home, ".aws"), { recursive: true })), ["config"]);
    assert.deepEqual(
      await toldBy(async () => {
        await mkdir(join(home, ".aws"));
        await writeFile(config(), "2");
      }),
      ["config"],
    );
    assert.deepEqual(await toldBy(() => appendFile(config(), "3")), ["config"]);
  });

  it("tells of a sign-in that is saved", async () => {
    const cache = join(home, ".aws", "sso", "cache");
    await mkdir(cache, { recursive: true });
    await start();
    assert.deepEqual(await toldBy(() => writeFile(join(cache, "0123.json"), "{}")), ["cache"]);
    assert.deepEqual(await toldBy(() => writeFile(join(cache, "0123.json"), "{ }")), ["cache"]);
  });

  it("sees through a link to where nothing is watched", async function () {
    if (process.platform === "win32") {
      this.skip();
    }
    await mkdir(join(home, ".aws"));
    await mkdir(join(home, "dotfiles"));
    await writeFile(join(home, "dotfiles", "aws"), "1");
    await symlink(join(home, "dotfiles", "aws"), config());
    await start(50);
    assert.deepEqual(await toldBy(() => appendFile(join(home, "dotfiles", "aws"), "2")), ["config"]);
  });

  it("says nothing any more once it is disposed of", async () => {
    await mkdir(join(home, ".aws"));
    await start(20);
    stop?.();
    told = [];
    await writeFile(config(), "1");
    await pause(150);
    assert.deepEqual(told, []);
  });
});
