import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { awsFiles } from "../../scripts/awsFiles.mjs";
import { call, rowAt, until, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const section = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;

describe("the AWS files, while the editor runs", () => {
  const sandbox = useSandbox();
  const files = () => awsFiles(path.dirname(process.env["AWS_CONFIG_FILE"] ?? ""));
  let config = "";
  let credentials = "";

  before("keep the files", async () => {
    config = readFileSync(files().config, "utf8");
    credentials = readFileSync(files().credentials, "utf8");
    await call("refresh", classic);
  });
  afterEach("put the files back", async () => {
    writeFileSync(files().config, config);
    writeFileSync(files().credentials, credentials);
    await until((rows) => rowAt(rows, "sandbox-classic") !== undefined, "the old profiles");
    await call("refresh", classic);
  });

  it("show a profile that appears, without a request, and take away one that goes", async () => {
    await wholeTree();
    const before = sandbox().requests.length;
    appendFileSync(files().config, "\n[profile newcomer]\nregion = eu-west-1\n");
    await until((rows) => rowAt(rows, "newcomer") !== undefined, "the new profile");
    assert.equal(sandbox().requests.length, before);
    writeFileSync(files().config, config);
    await until((rows) => rowAt(rows, "newcomer") === undefined, "the end of the profile");
  });

  it("bring a key that changed into use, and say so when it does not open", async () => {
    const partner = sandbox().profiles.find(({ name }) => name === "sandbox-partner");
    writeFileSync(
      files().credentials,
      credentials.replace(
        /\[sandbox-classic\]\n[^[]*/,
        `[sandbox-classic]\naws_access_key_id = ${partner?.accessKeyId}\naws_secret_access_key = ${partner?.secretAccessKey}\n\n`,
      ),
    );
    const rows = await until(
      (all) => rowAt(all, "sandbox-classic")?.description === "565419523791",
      "the other account's number",
    );
    assert.ok(rowAt(rows, "sandbox-partner"));
    writeFileSync(
      files().credentials,
      credentials.replaceAll(/secret_access_key = .*/g, "secret_access_key = wrong"),
    );
    const wrong = await until(
      (all) =>
        /^failure\.credentials\b/.test(rowAt(all, ...section.slice(0, 2))?.children?.[0]?.contextValue ?? ""),
      "the failure",
    );
    assert.doesNotMatch(JSON.stringify(wrong), /= wrong/);
  });

  it("may be deleted and written anew", async () => {
    rmSync(files().config);
    rmSync(files().credentials);
    await until((rows) => rowAt(rows, "sandbox-classic") === undefined, "the end of the profiles");
    writeFileSync(files().config, config);
    writeFileSync(files().credentials, credentials);
    await until((rows) => rowAt(rows, "sandbox-classic") !== undefined, "the profiles");
    assert.equal((await call("refresh", classic)).outcome, "done");
    assert.ok(rowAt(await wholeTree(), ...section, "mygroup"));
  });
});
