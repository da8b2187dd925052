import assert from "node:assert/strict";
import { ChooseRegionsRow } from "../../../src/tree/chooseRegionsRow";
import { tooltipOf } from "../../../src/tree/onDemand";
import { readRows } from "../../../src/tree/readTree";
import { rootRows } from "../../../src/tree/roots";
import { type Row, type RowKind, rowKinds } from "../../../src/tree/row";
import { startVpcWorld, type VpcWorld } from "./vpcWorld";

/** What a screen reader is to say of a row of each kind, somewhere in the sandbox's tree. */
const names: Readonly<Record<RowKind, RegExp>> = {
  profileGroup: /^Profiles of sandbox, 3 profiles, 1 open$/,
  profile: /^Profile sandbox-vpc, account 111122223333, 1 open$/,
  region: /^Region us-west-2, US West \(Oregon\), 1 open$/,
  chooseRegions: /^Choose regions for /,
  cacheSecurityGroups: /^Cache security groups, retired by AWS$/,
  cacheSecurityGroup: /^Cache security group sessions, lets in 3, Session store of the web shop$/,
  grant: /^EC2 security group default of account 565419523791 \(sandbox-partner\), authorized$/,
  caches: /^Caches, 1 open, 1 public, 10 in all$/,
  cache: /^Cache open-test, open, no AUTH, redis, cluster, port 6379$/,
  vpcSecurityGroup: /^VPC security group shared-cache, CloudFormation, sg-[0-9a-f]+$/,
  rule: /^Rule: legacy-admin, nobody uses it, tcp, port 6379, Old admin tool$/,
  otherRules: /^Not on port 6379, 1 rule$/,
  publicAccess: /^Open: anyone on the internet .*, ports 6379, 6380$/,
  note: /^sessions, cache security group, lets in outside of any VPC$/,
  failure: /^Failure: .*\. Press Enter for what mends it$/,
};

describe("the accessible names of rows", () => {
  let world: VpcWorld;
  let rows: readonly Row[];
  before(async () => {
    world = await startVpcWorld();
    await world.state.profiles.config();
    await readRows(rootRows(world.state), true);
    const collect = (row: Row): readonly Row[] => [row, ...(row.children?.() ?? []).flatMap(collect)];
    const [first] = rootRows(world.state);
    assert.ok(first);
    const settings = { ...world.state.settings(), groupProfiles: "name" } as const;
    const grouped = rootRows({ ...world.state, settings: () => settings });
    rows = [...rootRows(world.state).flatMap(collect), new ChooseRegionsRow(first, "dev"), ...grouped];
  });
  after(() => world.close());

  for (const kind of rowKinds) {
    it(`of kind ${kind} say what the row shows, with commas`, () => {
      const said = rows.filter((row) => row.kind === kind).map((row) => row.item().accessibilityLabel);
      assert.ok(
        said.some((label) => names[kind].test(label)),
        said.join("\n"),
      );
      assert.deepEqual(
        said.filter((label) => label.includes(" · ")),
        [],
      );
    });
  }

  it("hold the label and each part of the description", () => {
    for (const row of rows.filter(({ kind }) => !/^(?:failure|publicAccess|chooseRegions)$/.test(kind))) {
      const { label, description, accessibilityLabel } = row.item();
      for (const part of [label, ...description.split(" · ")]) {
        assert.ok(accessibilityLabel.includes(part), `${part} in ${accessibilityLabel}`);
      }
    }
  });

  it("go with tooltips of four lines at most, but for a profile's", () => {
    for (const row of rows.filter(({ kind }) => kind !== "profile")) {
      const tooltip = row.item().tooltip ?? tooltipOf(world.state, row) ?? "";
      assert.ok(tooltip.split(/ {2}\n|\n\n/).length <= 4, tooltip);
    }
  });
});
