import assert from "node:assert/strict";
import { FailureRow } from "../../../src/tree/failureRow";
import { NoteRow } from "../../../src/tree/noteRow";
import { shownItem } from "../../../src/tree/shownItem";

/** The label of a failure below a row of this profile and region. */
function label(message: string, profile: string, region: string): string {
  const parent = new NoteRow(undefined, "region", "", "");
  const row = new FailureRow(
    Object.assign(parent, { params: { profile, region } }),
    { kind: "credentials", message },
    "failure/x",
  );
  return shownItem(row.item()).label;
}

describe("the label of a failure", () => {
  it("says what happened, whatever the names in it hold", () => {
    const why = "cannot be the name of a region";
    assert.equal(
      label(`us-west-2\noutput = json ${why}. Nothing was sent`, "dev", "us-west-2\noutput = json"),
      `us-west-2\\noutput = json ${why}`,
    );
    const commented = "us-west-2 # Oregon. Main one";
    assert.equal(label(`${commented} ${why}. Nothing was sent`, "dev", commented), `${commented} ${why}`);
    assert.equal(
      label(
        "Profile Acme Inc. prod has no credentials: neither keys nor a role",
        "Acme Inc. prod",
        "eu-west-1",
      ),
      "Profile Acme Inc. prod has no credentials: neither keys nor a role",
    );
  });
});
