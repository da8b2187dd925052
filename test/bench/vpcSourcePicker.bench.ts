import * as vscode from "vscode";
import type { TreeRow } from "../../src/tree/readTree";
import { call, wholeTree } from "../host/rows";
import { type Bench, milliseconds, ratio } from "./bench";
import { stallsOf, watchStalls } from "./hostStalls";
import { startSandboxProcess } from "./sandboxProcess";
import { pause, until } from "./waiting";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

export const vpcSourcePicker: Bench = {
  name: "vpcSourcePicker",
  about: "The list of sources of Authorize VPC Ingress: 10,000 security groups with 60 rules each",
  async run() {
    const sandbox = await startSandboxProcess({ arguments: ["--data", "scale:10000"] });
    try {
      const group = find(await wholeTree(), ({ contextValue }) => /^vpcSecurityGroup\b/.test(contextValue));
      const [securityGroupId] = /sg-\w+/.exec(group?.description ?? "") ?? [];
      const idle = await watchStalls(() => pause(3_000));
      const before = sandbox.count("DescribeSecurityGroups");
      const started = performance.now();
      const busy = await watchStalls(async () => {
        const answer = call("authorizeVpcIngress", { ...target, securityGroupId });
        await until(() => sandbox.count("DescribeSecurityGroups") > before);
        const first = performance.now() - started;
        await until(() => performance.now() - sandbox.lastRequest() > 1_500);
        await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
        await answer;
        return { first, whole: sandbox.lastRequest() - started };
      });
      const { first, whole } = busy.value;
      return [
        { name: "pages", value: sandbox.count("DescribeSecurityGroups") - before, unit: "requests" },
        milliseconds("whole list", whole),
        ratio("first page : whole list", first / whole),
        ...stallsOf(busy, idle),
      ];
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
