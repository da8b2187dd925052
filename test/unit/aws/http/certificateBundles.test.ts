import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FailureError } from "../../../../src/aws/failures/failureError";
import { CertificateBundles } from "../../../../src/aws/http/certificateBundles";
import { inMemoryProfile } from "../../../../src/profiles/inMemoryProfiles";

describe("a certificate bundle", () => {
  let folder: string;
  let file: string;
  let now = 0;
  const profile = (bundle: string | undefined) =>
    inMemoryProfile("dev", "files", bundle === undefined ? {} : { ca_bundle: bundle });
  const certificate = (name: string) => `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----\n`;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    file = path.join(folder, "authority.pem");
    now = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bundles = (environment = {}) => new CertificateBundles({ environment, home: folder }, () => now);

  it("is read once for the calls of some seconds, and again after them", async () => {
    const some = bundles();
    writeFileSync(file, certificate("first"));
    assert.equal(await some.of(profile(file)), certificate("first"));
    writeFileSync(file, certificate("second"));
    now = 4_999;
    assert.equal(await some.of(profile(file)), certificate("first"));
    now = 5_000;
    assert.equal(await some.of(profile(file)), certificate("second"));
  });

  it("that is missing is looked for at each call, and named by the profile that asks", async () => {
    const some = bundles();
    const refused = (name: RegExp) => (error: unknown) =>
      error instanceof FailureError && error.failure.code === "CA_BUNDLE" && name.test(error.message);
    await assert.rejects(some.of(profile(file)), refused(/profile dev/));
    writeFileSync(file, "no certificate");
    await assert.rejects(some.of(profile(file)), refused(/holds no certificate/));
    writeFileSync(file, certificate("late"));
    assert.equal(await some.of(profile(file)), certificate("late"));
  });

  it("is the environment's before the profile's, and none where nobody names one", async () => {
    writeFileSync(file, certificate("environment's"));
    assert.equal(
      await bundles({ AWS_CA_BUNDLE: file }).of(profile("/no/such.pem")),
      certificate("environment's"),
    );
    assert.equal(await bundles().of(profile(undefined)), undefined);
  });
});
