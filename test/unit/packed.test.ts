import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import manifest from "../../package.json";
import { manifestForUsers, pageForUsers } from "../../scripts/forUsers.mjs";
import { kilobytes } from "../support/budgets";

describe("the packed extension", function () {
  // It is packed twice, on a machine that does other things beside.
  this.timeout(120_000);
  let folder: string;
  let first: Buffer;
  let second: Buffer;
  before("pack it twice", async () => {
    folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    const { pack } = await import("../../scripts/pack.mjs");
    const packed = async (name: string): Promise<Buffer> => {
      const file = path.join(folder, name);
      await quietly(() => pack(file));
      return readFileSync(file);
    };
    first = await packed("first.vsix");
    second = await inAnotherCheckout(() => packed("second.vsix"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it(`has ${kilobytes.package} KB at most`, () => {
    assert.ok(first.length <= kilobytes.package * 1000, `${first.length} bytes`);
  });

  it("is the same file, byte for byte, from another clone, at another time and place", () => {
    assert.ok(first.equals(second));
  });

  it("holds whatever the manifest names", () => {
    const named = JSON.stringify(manifest).match(/(?<=")(?:\.\/)?(?:media|dist)\/[^"]+/g) ?? [];
    assert.ok(named.length >= 3, named.join());
    for (const file of named) {
      assert.ok(first.includes(`extension/${path.posix.normalize(file)}`), file);
    }
  });

  it("holds no picture, page or part that only developers see", () => {
    for (const left of ["docs/", "node_modules", ".map", ".ts", "sandboxCli", "package-lock"]) {
      assert.ok(
        !first.includes(`extension/${left}`) && !namesOf(first).some((name) => name.includes(left)),
        left,
      );
    }
  });
});

describe("the manifest for users", () => {
  it("is the manifest, without what is for those who build it", () => {
    const { scripts: _, devDependencies: __, dependencies: ___, ...rest } = manifest;
    assert.deepEqual(
      JSON.parse(manifestForUsers(JSON.stringify(manifest))),
      JSON.parse(JSON.stringify(rest)),
    );
  });
});

describe("the README for users", () => {
  const page = pageForUsers(readFileSync("README.md", "utf8"));

  it("shows no picture that the extension's page could not load", () => {
    assert.doesNotMatch(page, /<(?:img|picture|source)\b|!\[/);
    assert.match(page, /\n## /);
  });

  it("leads to no file, and says which document it would lead to", () => {
    assert.doesNotMatch(page, /\]\((?!https?:|#)/);
    assert.match(page, /Profiles \(`docs\/profiles\.md`\)/);
  });

  it("leaves the words around a picture, and pictures by https, as they are", () => {
    const text =
      "One.\n\n  <picture>\n    <img src='a.png'>\n  </picture>\n\nTwo ![x](https://x.test/x.png) ![y](y.png).";
    assert.equal(pageForUsers(text), "One.\n\nTwo ![x](https://x.test/x.png) .");
  });
});

describe("the package of a repository that has an address", () => {
  const address = "https://example.test/owner/repository";
  const places = { pages: `${address}/blob/v1.2.3`, files: `${address}/raw/v1.2.3` };

  it("says in its manifest where that is", () => {
    const { repository, bugs, homepage } = JSON.parse(manifestForUsers(JSON.stringify(manifest), address));
    assert.deepEqual(
      [repository, bugs, homepage],
      [{ type: "git", url: `${address}.git` }, { url: `${address}/issues` }, `${address}#readme`],
    );
  });

  it("loads the pictures of its README from there, and follows its links there", () => {
    const page = pageForUsers(readFileSync("README.md", "utf8"), places);
    assert.doesNotMatch(page, /(?:src|srcset)="(?!https:)/);
    assert.doesNotMatch(page, /\]\((?!https:|#)/);
    assert.match(
      page,
      /src="https:\/\/example\.test\/owner\/repository\/raw\/v1\.2\.3\/docs\/images\/[\w-]+\.\w+"/,
    );
    assert.match(
      page,
      /\[Profiles\]\(https:\/\/example\.test\/owner\/repository\/blob\/v1\.2\.3\/docs\/profiles\.md\)/,
    );
  });
});

/** The names in a ZIP file's directory. */
function namesOf(zip: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 46)) {
    names.push(zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names;
}

/** The packer prints what it packs. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}

/** As if somebody else had checked the sources out, later, far away. */
async function inAnotherCheckout<T>(work: () => Promise<T>): Promise<T> {
  const file = "media/icon.png";
  const { mode, atime, mtime } = statSync(file);
  const { TZ } = process.env;
  process.env["TZ"] = "Pacific/Auckland";
  chmodSync(file, 0o600);
  utimesSync(file, 1_000_000_000, 1_000_000_000);
  try {
    return await work();
  } finally {
    chmodSync(file, mode);
    utimesSync(file, atime, mtime);
    if (TZ === undefined) {
      delete process.env["TZ"];
    } else {
      process.env["TZ"] = TZ;
    }
  }
}
