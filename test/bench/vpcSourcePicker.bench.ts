import * as vscode from "vscode";
import type { TreeRow } from "../../src/tree/readTree";
import { call, wholeTree } from "../host/rows";
import { against, type Bench } from "./bench";
import { longestStall } from "./loopStalls";
import { startSandboxProcess } from "./sandboxProcess";
import { until } from "./waiting";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

/** The list of sources of Authorize VPC Ingress…: 10,000 security groups with 60 rules each. */
export const vpcSourcePicker: Bench = {
  names: ["picker-10000"],
  async run() {
    const sandbox = await startSandboxProcess("--data", "scale:10000");
    try {
      const group = find(await wholeTree(), ({ contextValue }) => /^vpcSecurityGroup\b/.test(contextValue));
      const [securityGroupId] = /sg-\w+/.exec(group?.description ?? "") ?? [];
      const before = sandbox.count("DescribeSecurityGroups");
      const started = performance.now();
      let first = Number.NaN;
      const stall = await longestStall(async () => {
        const answer = call("authorizeVpcIngress", { ...target, securityGroupId });
        await until(() => sandbox.count("DescribeSecurityGroups") > before);
        first = performance.now() - started;
        await until(() => performance.now() - sandbox.lastRequest() > 1_500);
        await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
        await answer;
      });
      return {
        "picker-10000/first-page": against(first, sandbox.lastRequest() - started, "ms"),
        "picker-10000/longest-stall": { value: stall, unit: "ms", limit: 50 },
      };
    } finally {
      sandbox.stop();
    }
  },
};

function find(rows: readonly TreeRow[], wanted: (row: TreeRow) => boolean): TreeRow | undefined {
  for (const row of rows) {
    const found = wanted(row) ? row : find(row.children ?? [], wanted);
    if (found) {
      return found;
    }
  }
  return undefined;
}
