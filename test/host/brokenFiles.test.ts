import assert from "node:assert/strict";
import { api, call } from "./rows";
import { useAwsFiles } from "./useAwsFiles";

describe("AWS files that are broken in places", () => {
  const files = useAwsFiles();

  it("have a row for each place, with file and line, and keep the profiles that can be read", async () => {
    files.write(
      "[profile good]\nregion = us-west-2\nthis is no setting\n[profile better]\nregion = eu-west-1\n",
      "[good]\naws_access_key_id = AKIAGOOD\naws_secret_access_key = good-secret-good\n[good]\n",
    );
    await call("refresh");
    const rows = await (await api()).readTree();
    const places = rows
      .filter(({ contextValue }) => /^failure\b/.test(contextValue))
      .map(({ label }) => label);
    assert.equal(places.length, 2, JSON.stringify(places));
    assert.ok(
      places.some((label) => /^config: Line 3 /.test(label)),
      places.join(),
    );
    assert.ok(
      places.some((label) => /^credentials: Line 4 /.test(label)),
      places.join(),
    );
    assert.deepEqual(
      rows.filter(({ contextValue }) => contextValue === "profile").map(({ label }) => label),
      ["good", "better"],
    );
    assert.doesNotMatch(JSON.stringify(rows), /this is no|good-secret/);
  });
});
