import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { awsFiles } from "../../scripts/awsFiles.mjs";
import { accountWith, error, type FakeAws, result, startFakeAws, xml } from "../wire/aws/support/fakeAws";
import { useEditor } from "./editor/useEditor";

const regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1"];
const device = "arn:aws:iam::111122223333:mfa/jane";
const title = "MFA code for two-factor";

describe("roles that want an MFA code", () => {
  const { editor, web } = useEditor({ settings: { "elasticacheAccess.regions": { "two-factor": regions } } });
  let fake: FakeAws;

  before("know a role that wants a code", async () => {
    const rest = accountWith("faraway");
    fake = await startFakeAws((asked, response, nth) => {
      if (asked.action !== "AssumeRole") {
        return rest(asked, response, nth);
      }
      if (asked.params.get("TokenCode") === "123456") {
        return xml(response, result("AssumeRole", roleKeys));
      }
      const text = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
      return error(response, "AccessDenied", text, 403);
    });
    const files = awsFiles(web().awsFolder);
    const settings = `region = us-west-2\nendpoint_url = ${fake.url}\n`;
    const role = `${settings}source_profile = base\nmfa_serial = ${device}\nrole_arn = arn:aws:iam::111122223333:role`;
    writeFileSync(
      files.config,
      `[profile base]\n${settings}[profile two-factor]\n${role}/reader\n[profile other-role]\n${role}/other\n[profile wizard-role]\n${role}/wizard\n`,
    );
    writeFileSync(
      files.credentials,
      "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = base-secret-base\n",
    );
    await editor().tree.waitFor(["two-factor"]);
  });
  after("close the endpoint", () => fake.close());

  const assumed = () => fake.asked.filter(({ action }) => action === "AssumeRole");

  it("ask once for five regions that are opened, naming the device", async () => {
    const { tree, quickInput } = editor();
    await tree.expand("two-factor");
    for (const region of regions) {
      await tree.beginToExpand(["two-factor", region]);
    }
    const prompt = await quickInput.waitFor({ title });
    assert.match(prompt.message, new RegExp(`The code that ${device} shows now`));
    assert.deepEqual(assumed(), []);
  });

  it("say while typing what a code looks like", async () => {
    const { quickInput } = editor();
    await quickInput.type("12345");
    await quickInput.waitFor({ title, message: /An MFA code has 6 digits/, severity: "error" });
  });

  it("ask again after a wrong code, and say so", async () => {
    const { quickInput } = editor();
    await quickInput.type("000000");
    await quickInput.enter();
    await quickInput.waitFor({ title, value: "", message: /AWS did not accept that code/ });
    assert.equal(assumed().length, 1);
  });

  it("open every region with the right one", async () => {
    const { tree, quickInput } = editor();
    await quickInput.type("123456");
    await quickInput.enter();
    for (const region of regions) {
      await tree.waitFor(["two-factor", region, "Cache security groups", "faraway"]);
    }
    await quickInput.waitForClosed();
    assert.deepEqual(
      assumed().map(({ params }) => params.get("TokenCode")),
      ["000000", "123456"],
    );
    await tree.collapse("two-factor");
  });

  it("fail alone when the question is escaped, and ask again when refreshed", async () => {
    const { tree, quickInput } = editor();
    await tree.expand("other-role");
    await tree.beginToExpand(["other-role", "us-west-2"]);
    await quickInput.waitFor({ title: "MFA code for other-role" });
    await quickInput.escape();
    const section = ["other-role", "us-west-2", "Cache security groups"];
    // Once for both sections.
    await tree.waitFor(["other-role", "us-west-2", "No MFA code was given for profile other-role"]);
    await quickInput.waitForClosed();
    await tree.expand("base", "us-west-2");
    await tree.waitFor(["base", "us-west-2", "Cache security groups", "faraway"]);
    // "No" holds for a second: what waits for the same credentials is not to ask once more.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await tree.inlineAction(["other-role", "us-west-2"], "Refresh");
    await quickInput.waitFor({ title: "MFA code for other-role" });
    await quickInput.type("123456");
    await quickInput.enter();
    await tree.waitFor([...section, "faraway"]);
  });

  it("ask in the middle of a flow, which goes on where it was", async () => {
    const { quickInput } = editor();
    await editor().command("Authorize Ingress…");
    await quickInput.pick("wizard-role");
    await quickInput.waitFor({ title: "MFA code for wizard-role" });
    await quickInput.type("123456");
    await quickInput.enter();
    await quickInput.waitFor({ title: /^Authorize Ingress/ });
    await quickInput.pick("faraway");
    await quickInput.waitFor({ title: /^Authorize Ingress/, step: /^3/ });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });
});

const roleKeys =
  "<Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>role-secret-role</SecretAccessKey><SessionToken>role-token-role</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";
