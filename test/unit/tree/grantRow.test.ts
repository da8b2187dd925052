import assert from "node:assert/strict";
import { GrantRow } from "../../../src/tree/grantRow";
import type { Row } from "../../../src/tree/row";
import { target } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const params = { ...target, cacheSecurityGroupName: "mygroup" };
const parent: Row = {
  id: "mygroup",
  kind: "cacheSecurityGroup",
  parent: undefined,
  params,
  item: () => assert.fail("not drawn here"),
};
const owner = "565419523791";
const grant = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: owner, status: "authorized" };

describe("the tooltip of a grant", () => {
  for (const [what, { profiles = [], at }, lines] of [
    [
      "whose it is and its status",
      {},
      ["**web**", `EC2 security group of account: ${owner}`, "Status: authorized, in mygroup"],
    ],
    [
      "which profiles are the account's, and when it ends, in four lines",
      { profiles: ["partner", "audit"], at: 3_600_000 },
      [
        "**web**",
        `EC2 security group of account: ${owner} (partner, audit)`,
        /^Its end: /,
        "Status: authorized, in mygroup",
      ],
    ],
  ] as readonly [string, { profiles?: readonly string[]; at?: number }, readonly (string | RegExp)[]][]) {
    it(`tells ${what}`, async () => {
      const account = new ChangedAccount();
      account.cacheSecurityGroups = [
        { name: "mygroup", description: "", ownerId: "111122223333", grants: [grant] },
      ];
      const { state } = account.services().services;
      await state.groups.load(target);
      const accounts = { ...state.accounts, all: () => new Map([[owner, profiles]]) };
      const ends = {
        ...state.ends,
        now: () => 0,
        ofGrant: () => (at === undefined ? undefined : ({ at, by: "sweep" } as const)),
      };
      const row = new GrantRow(
        { ...state, accounts, ends } as unknown as typeof state,
        parent,
        params,
        grant,
      );
      const told = (row.item().tooltip ?? "").replaceAll("\\", "").split("  \n");
      assert.equal(told.length, lines.length, told.join("\n"));
      for (const [index, line] of lines.entries()) {
        assert.match(
          told[index] ?? "",
          typeof line === "string" ? new RegExp(`^${line.replace(/[*().]/g, "\\$&")}$`) : line,
        );
      }
    });
  }
});
