import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { awsFiles } from "../../scripts/awsFiles.mjs";
import { accountWith, type FakeAws, startFakeAws } from "../wire/aws/support/fakeAws";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const section = ["corp", "us-west-2", "Cache security groups"];
const row = ["corp", "us-west-2", "Not signed in"];
const message = /Nobody has signed in to IAM Identity Center for profile corp yet/;
const token = {
  startUrl: "https://corp.awsapps.com/start",
  region: "eu-west-1",
  accessToken: "access-token",
  expiresAt: "2099-01-01T00:00:00Z",
};

describe("a profile that nobody has signed in to", () => {
  const { editor, web } = useEditor();
  const program = () => path.join(web().programs, "aws");
  let fake: FakeAws;

  before("know it", async function () {
    // The AWS CLI is played by a script.
    if (process.platform === "win32") {
      this.skip();
    }
    const account = accountWith("faraway");
    fake = await startFakeAws((asked, response, nth) => {
      if (!asked.path.startsWith("/federation/credentials")) {
        return account(asked, response, nth);
      }
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ roleCredentials }));
    });
    writeFileSync(
      awsFiles(web().awsFolder).config,
      `[profile corp]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Reader\nregion = us-west-2\nendpoint_url = ${fake.url}\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = ${token.startUrl}\n`,
    );
    await editor().tree.waitFor(["corp"]);
    await editor().tree.expand("corp", "us-west-2");
    await editor().tree.waitFor(row);
  });
  after("take the AWS CLI away", async () => {
    rmSync(program(), { force: true });
    await fake?.close();
  });

  /** Says its version, notes what else it is called with, and signs in. */
  const install = (version: string) => {
    const file = `${createHash("sha1").update("corp").digest("hex")}.json`;
    writeFileSync(
      program(),
      `#!/bin/sh
if [ "$1" = --version ]; then echo "aws-cli/${version} Python/3.13 Linux/6"; exit; fi
mkdir -p "$HOME/.aws/sso/cache"
echo '${JSON.stringify(token)}' > "$HOME/.aws/sso/cache/${file}"
echo "$([ "$PWD" = "$HOME" ] && echo "at home:") $@" > "$0.arguments"
`,
    );
    chmodSync(program(), 0o755);
  };

  it("says what to install where the AWS CLI cannot sign in", async () => {
    const { tree, notifications, page } = editor();
    install("1.45.11");
    await tree.click(row);
    const told = await notifications.waitFor(message);
    assert.match(told.message, /The AWS CLI here is 1\.45\.11: aws sso login comes with version 2/);
    assert.deepEqual(told.buttons, ["Install AWS CLI", "Copy Command", "Retry"]);
    // What another test copied may still be there.
    await page.evaluate("navigator.clipboard.writeText('')");
    await notifications.choose(message, "Copy Command");
    assert.equal(await editor().clipboard(), "aws sso login --profile corp");
  });

  it("runs the command in a terminal where it can, and loads by itself after it", async () => {
    const { tree, notifications, page } = editor();
    install("2.31.0");
    await tree.click(row);
    const told = await notifications.waitFor(message);
    assert.deepEqual(told.buttons, ["Run aws sso login", "Retry"]);
    await notifications.choose(message, "Run aws sso login");
    await page.locator(".terminal-wrapper.active").waitFor();
    // The oldest one's terminal has no shell in it: its native module is not compiled.
    if (process.env["VSCODE_WEB_RELEASE"] === "oldest") {
      return;
    }
    const noted = `${program()}.arguments`;
    await eventually(
      async () => existsSync(noted) || undefined,
      () => "The command was not run",
    );
    assert.equal(readFileSync(noted, "utf8"), "at home: sso login --profile corp\n");
    await tree.waitFor([...section, "faraway"]);
  });
});

const roleCredentials = {
  accessKeyId: "ASIASSO",
  secretAccessKey: "sso-secret-sso",
  sessionToken: "sso-token-sso",
  expiration: Date.now() + 3_600_000,
};
