import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { historyLine } from "../../src/core/history";
import type { JournalLine } from "../../src/core/journal/journalLine";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";
import type { WebEditor } from "./editor/webEditor";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const sessions = ["sandbox-classic", "us-west-2", "Cache security groups", "sessions"];
const time = "2026-11-26T10:00:00.000Z";
const killed = "00c0ffee";

const items = ["checkout", "web-servers", "batch"].map((ec2SecurityGroupName) => ({
  ...target,
  cacheSecurityGroupName: "sessions",
  ec2SecurityGroupName,
  ec2SecurityGroupOwnerId: "123456781234",
}));

/** What a window leaves that was killed after the first of three was answered and the second was sent. */
function leaveBehind({ storage }: WebEditor): void {
  const request = (at: number) => {
    const what = {
      CacheSecurityGroupName: "sessions",
      EC2SecurityGroupName: items[at]?.ec2SecurityGroupName,
      EC2SecurityGroupOwnerId: "123456781234",
    };
    return { id: `${killed}.${at + 2}`, time, target, action: "AuthorizeCacheSecurityGroupIngress", what };
  };
  const plan = `${killed}.1`;
  const lines: readonly JournalLine[] = [
    {
      ...{ line: "plan", id: plan, time, command: "authorizeMany", title: "Authorize Many" },
      ...{ done: "authorized", items, looked: true },
    },
    { line: "sent", ...request(0), of: { plan, item: 0 } },
    { ...request(0), outcome: "done" },
    { line: "sent", ...request(1), of: { plan, item: 1 } },
  ];
  const [history, windows] = [path.join(storage, "history"), path.join(storage, "windows")];
  mkdirSync(history, { recursive: true });
  mkdirSync(windows, { recursive: true });
  // With a torn line at its end, as a crash leaves one.
  appendFileSync(
    path.join(history, "changes-000001.jsonl"),
    `${lines.map(historyLine).join("")}{"id":"${killed}.3","ti`,
  );
  const file = path.join(windows, `${killed}.json`);
  writeFileSync(file, JSON.stringify({ pid: 1, host: "a machine that is gone" }));
  utimesSync(file, new Date(time), new Date(time));
}

describe("a change that was cut off, in the next window", () => {
  const { editor, sandbox } = useEditor({ prepare: leaveBehind });

  it("is told once the view is open, and stands in the history", async () => {
    const { notifications, page } = editor();
    const { buttons, severity } = await notifications.waitFor(
      /^Authorize Many was cut off: 1 of 3 authorized, 1 in doubt, 1 not sent\.$/,
    );
    assert.deepEqual([buttons, severity], [["Finish", "Show History"], "warning"]);
    await editor().screenshot("cut-off");
    await editor().command("Show History");
    const lines = page.locator(".monaco-editor .view-line");
    await eventually(async () => {
      const text = (await lines.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
      const isThere =
        /Authorize Many +1 of 3 authorized, 1 in doubt, 1 not sent/.test(text) &&
        /in doubt: the window ended before the answer came/.test(text);
      return isThere || undefined;
    });
    await editor().screenshot("cut-off-history");
  });

  it("is finished by a click, sending only what is not there", async () => {
    const { notifications, tree } = editor();
    await notifications.choose(/^Authorize Many was cut off/, "Finish");
    await notifications.waitFor(/^Authorize Many: 3 authorized$/);
    await tree.expand(...sessions);
    await tree.waitFor([...sessions, "batch"]);
    const sent = sandbox().requests.filter(({ action }) => action === "AuthorizeCacheSecurityGroupIngress");
    assert.equal(sent.length, 1);
    await editor().screenshot("cut-off-finished");
  });
});
