import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SharedConfig } from "../../../src/profiles/profile";
import { readSharedConfig } from "../../../src/profiles/sharedConfig/read";

describe("readSharedConfig", () => {
  let home: string;
  const names = (config: SharedConfig): string[] => [...config.profiles.keys()];

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "shared-config-"));
    await mkdir(join(home, ".aws"));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const read = (environment: Record<string, string> = {}): Promise<SharedConfig> =>
    readSharedConfig({ environment, home });
  const write = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(home, ".aws", name), content);

  it("reads ~/.aws/config and ~/.aws/credentials", async () => {
    await write("config", "[profile a]\nregion = us-west-2\n");
    await write("credentials", "[a]\naws_access_key_id = AKIA\n[b]\n");
    const config = await read();
    assert.deepEqual(names(config), ["a", "b"]);
    assert.equal(config.profiles.get("a")?.region, "us-west-2");
    assert.deepEqual(config.problems, []);
  });

  it("has nothing to say of files and folders that are not there", async () => {
    await rm(join(home, ".aws"), { recursive: true });
    assert.deepEqual(await read(), {
      profiles: new Map(),
      ssoSessions: new Map(),
      services: new Map(),
      problems: [],
    });
  });

  it("follows AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE, with ~ and variables", async () => {
    await writeFile(join(home, "mine"), "[profile c]\n");
    await writeFile(join(home, "keys"), "[k]\n");
    const config = await read({
      AWS_CONFIG_FILE: "~/mine",
      AWS_SHARED_CREDENTIALS_FILE: `\${PLACE}/keys`,
      PLACE: home,
    });
    assert.deepEqual(names(config), ["c", "k"]);
  });

  it("reads no file where a variable is set to nothing, like the AWS CLI", async () => {
    await write("config", "[profile a]\n");
    assert.deepEqual(names(await read({ AWS_CONFIG_FILE: "" })), []);
  });

  it("names the line of what is broken and keeps the rest, of both files", async () => {
    await write("config", "[default]\nregion = a\nrubbish\n[profile x]\nregion = b\n");
    await write("credentials", "[k]\naws_access_key_id = AKIA\n");
    const config = await read();
    assert.deepEqual(names(config), ["default", "x", "k"]);
    assert.deepEqual(config.problems, [
      {
        file: join(home, ".aws", "config"),
        line: 3,
        message:
          "Line 3 is neither a [section] nor a name = value, and was left out. " +
          "The AWS CLI reads nothing of such a file. Read from it here: default, x",
      },
    ]);
  });

  it("never quotes the file in a problem", async () => {
    await write(
      "credentials",
      "aws_secret_access_key = hush\n[k]\nhush\ns3 =\n  hush\nx = hush\nx = hush\n[k]\n",
    );
    const { problems } = await read();
    assert.equal(problems.length, 5);
    assert.doesNotMatch(JSON.stringify(problems), /hush/);
  });

  it("reads a file with a byte order mark, and says that the AWS CLI does not", async () => {
    await write("config", "\ufeff[profile a]\nregion = us-west-2\n");
    const config = await read();
    assert.deepEqual(names(config), ["a"]);
    assert.equal(config.problems[0]?.line, 1);
    assert.match(config.problems[0]?.message ?? "", /byte order mark/);
  });

  it("reads UTF-16, and says that the AWS CLI does not", async () => {
    await write("config", Buffer.from("\ufeff[profile tést]\n", "utf16le"));
    const config = await read();
    assert.deepEqual(names(config), ["tést"]);
    assert.match(config.problems[0]?.message ?? "", /UTF-16/);
  });

  it("names the line that is not UTF-8", async () => {
    await write("config", Buffer.from("[default]\n[profile a]\nx = t\xe9st\n", "latin1"));
    const config = await read();
    assert.deepEqual(names(config), ["default", "a"]);
    assert.equal(config.problems[0]?.line, 3);
  });

  it("says so of a folder, a huge file, a FIFO and a file without permission, and does not hang", async function () {
    if (process.platform === "win32") {
      this.skip();
    }
    const path = join(home, ".aws", "config");
    const problem = async (): Promise<string | undefined> => (await read()).problems[0]?.message;
    await mkdir(path);
    assert.equal(await problem(), "This file cannot be read. It is a folder");
    await rm(path, { recursive: true });
    await write("config", Buffer.alloc(100 * 1024 * 1024));
    assert.equal(await problem(), "This file cannot be read. It is larger than 16 MB");
    await rm(path);
    execFileSync("mkfifo", [path]);
    assert.equal(await problem(), "This file cannot be read. It is not a regular file");
    await rm(path);
    await write("config", "[default]\n");
    await chmod(path, 0);
    if (process.getuid?.() !== 0) {
      assert.equal(await problem(), "This file cannot be read. You have no permission to read it");
    }
  });

  it("shows a few problems of a file that is no configuration at all", async () => {
    await write("config", `[default]\n${"rubbish\n".repeat(10_000)}`);
    assert.equal((await read()).problems.length, 10);
  });
});
