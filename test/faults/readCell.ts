import assert from "node:assert/strict";
import { offersFor } from "../../src/core/failures/failureOffers";
import type { Failure } from "../../src/core/failures/failures";
import { until } from "../support/until";
import { assertWhole } from "../support/wholeMessage";
import { endWords, expectedOf } from "./expected";
import type { Fault } from "./fault";
import type { FaultWorld } from "./faultWorld";
import type { ReadOperation } from "./operation";
import { assertNoSecret } from "./secrets";
import { isTold, lost, type ShownRow, shownRows } from "./shownRows";

/** Reads again what is there, while the operation meets the fault. What was shown before stays. */
export async function readCell(
  world: FaultWorld,
  operation: ReadOperation,
  fault: Fault,
  whole: readonly ShownRow[],
): Promise<void> {
  const { commands } = world;
  const expected = expectedOf(fault, operation);
  const rows = () => shownRows(commands, operation.target);
  const logged = commands.log.length;
  const {
    value: asked,
    lines,
    attempts,
  } = await world.under(operation, fault, () => operation.ask(commands), { attempts: expected.attempts });
  let after: readonly ShownRow[] = [];
  await until(() => {
    after = rows();
    return !after.some(({ isBusy }) => isBusy);
  }, "nothing is under way");

  const context = JSON.stringify(lines);
  const ends = lines.filter(({ end }) => !(expected.afterAnswers && expected.failure && end === "200"));
  assert.ok(ends.length > 0, "the operation was sent");
  for (const { end, attempts: times } of ends) {
    // None where it was answered, and what the answer holds was refused afterwards.
    assert.deepEqual(
      [end, times || expected.attempts],
      [endWords(expected, operation), expected.attempts],
      context,
    );
  }
  if (!fault.elsewhere && !expected.afterAnswers) {
    assert.equal(attempts, expected.attempts * lines.length, context);
  }
  assert.deepEqual(lost(whole, after), [], "rows are lost");
  assert.deepEqual(lost(after.filter(isTold), whole), [], "rows are invented");
  const kind = expected.failure?.[0];
  if (kind === undefined && !expected.isNews) {
    assert.deepEqual(after, whole, "all is as it was");
  } else if (kind !== undefined) {
    assertTold(operation, kind, after, asked);
  }
  for (const { failure } of after) {
    if (failure) {
      assertWhole({ text: failure.message, actions: labelsFor(failure) });
    }
  }
  assertNoSecret(after, asked, commands.log.slice(logged));
}

/** What the message of a failure's row offers. */
function labelsFor(failure: Failure): readonly string[] {
  const labels = offersFor(failure, { canRetry: true, hasTarget: true }).map(({ label }) => label);
  return labels.length > 0 ? labels : ["Copy Details"];
}

/** The failure stands where the operation's is shown. */
function assertTold(
  { shownIn, action }: ReadOperation,
  kind: string,
  rows: readonly ShownRow[],
  asked: unknown,
): void {
  switch (shownIn) {
    case "row":
      assert.ok(
        rows.some(({ contextValue }) => contextValue.startsWith(`failure.${kind}`)),
        `no row tells of ${kind}`,
      );
      // What stays is marked.
      assert.ok(
        isReadAnyway(action, kind) || rows.some(({ contextValue }) => /\.stale\b/.test(contextValue)),
        "no row is stale",
      );
      return;
    case "question":
      assert.doesNotMatch(JSON.stringify(asked), /says that the permission is there/);
      return;
    case "step":
    case "outcome":
      assert.match(JSON.stringify(asked), new RegExp(`^\\{"ok":false,"failure":\\{.*"kind":"${kind}"`));
      return;
    case "log":
      return;
  }
}

/** The rules were read all the same: without the names of their groups, or, where they were refused, from the groups. */
function isReadAnyway(action: string, kind: string): boolean {
  return (
    action === "DescribeSecurityGroups" ||
    (action === "DescribeSecurityGroupRules" && ["accessDenied", "invalidParameter", "quota"].includes(kind))
  );
}
