import assert from "node:assert/strict";
import type { Params } from "../../src/commands/command";
import { commands as table } from "../../src/commands/table";
import type { CommandResult } from "../../src/core/commandResult";
import type { CommandWorld } from "../support/commandWorld";
import { until } from "../support/until";
import { assertWhole } from "../support/wholeMessage";
import { ContractUi } from "../wire/changes/contractUi";
import { type Expected, endWords, expectedOf } from "./expected";
import type { Fault } from "./fault";
import type { FaultWorld, Struck } from "./faultWorld";
import type { ChangeOperation } from "./operation";
import { assertNoSecret } from "./secrets";
import { isTold, lost, type RowState, rowStates, shownRows } from "./shownRows";

/** Makes a change while its request meets the fault. Resolves to whether anything is another than it was. */
export async function changeCell(
  world: FaultWorld,
  operation: ChangeOperation,
  fault: Fault,
  params: Params,
  { blind = false } = {},
): Promise<boolean> {
  const { commands } = world;
  const expected = expectedOf(fault, operation);
  const rows = () => rowStates(commands, operation.target);
  const [sent, logged] = [commands.sandbox.requests.length, commands.log.length];
  const before = rows().filter(isTold);
  const written = (await commands.history()).length;
  const ui = new ContractUi();
  const command = table.find(({ id }) => id === operation.command) ?? assert.fail(operation.command);
  const struck = await world.under(operation, fault, () => commands.run(command, params, ui), { blind });
  await until(() => ui.messages.length > 0, "the end is told");
  let settled: readonly RowState[] = [];
  await until(() => {
    settled = rows();
    return !settled.some(({ isBusy }) => isBusy);
  }, "nothing is under way");

  const made = commands.sandbox.requests
    .slice(sent)
    .filter(({ action, code }) => action === operation.action && code === undefined).length;
  const history = (await commands.history()).slice(written);
  const context = JSON.stringify([struck, made, ui.messages, history]);
  const { isMade } = expected;
  assert.equal(made > 0, isMade, `made ${made} times: ${context}`);
  const cannotLook = blind || fault.elsewhere !== undefined;
  assertEnd(struck, operation, expected, { isMade, cannotLook }, context);
  for (const message of ui.messages) {
    assertWhole(message);
  }
  const words = JSON.stringify([struck.value, ui.messages]);
  if (isMade) {
    assert.doesNotMatch(words, /[Nn]othing was (?:changed|done)/);
  }
  const after = settled.filter(isTold);
  if (isMade) {
    await readAgain(commands, operation);
  }
  const now = isMade ? rows().filter(isTold) : after;
  // A status that nobody knows is not waited for: the row is as it was answered.
  const isSettled = !expected.isNews && (struck.value.outcome === "done" || !isMade);
  assert.deepEqual(lost(after, isSettled ? now : [...before, ...now]), [], "rows are invented");
  // What the service itself said to be gone goes, until it can be read again.
  const isToldGone = blind && expected.failure?.[0] === "notFound";
  const stay = new Set(isToldGone ? [] : now.map(({ id }) => id));
  assert.deepEqual(
    lost(isSettled ? now : before.filter(({ id }) => stay.has(id)), after),
    [],
    "rows are lost",
  );
  for (const { action, outcome } of history) {
    if (action === operation.action) {
      assert.notEqual(outcome, isMade ? "failed" : "done", context);
    }
  }
  assertNoSecret(
    shownRows(commands, operation.target),
    struck.value,
    ui.messages,
    commands.log.slice(logged),
    history,
  );
  return isMade || expected.otherwise;
}

/** Reads again what was read before, as far as the change may have changed it. */
async function readAgain(
  { services: { state } }: CommandWorld,
  { target, service }: ChangeOperation,
): Promise<void> {
  const { groups, caches, vpc } = state;
  if (service === "ec2") {
    await (vpc.isAsked(target) && vpc.refresh(target));
  }
  if (service === "elasticache") {
    await (groups.get(target).value && groups.refresh(target));
    await (caches.get(target).value && caches.refresh(target));
  }
}

/** How it ended, by what AWS has done and by what can be known of it. */
function assertEnd(
  { value: result, attempts }: Struck<CommandResult>,
  operation: ChangeOperation,
  expected: Expected,
  { isMade, cannotLook }: { readonly isMade: boolean; readonly cannotLook: boolean },
  context: string,
): void {
  assert.equal(attempts || expected.attempts, expected.attempts, context);
  const { inDoubt = false } = expected;
  if (cannotLook && inDoubt) {
    assert.ok(result.outcome === "failed" && result.failure.inDoubt === true, context);
    assert.match(result.failure.message, /The change may have been made all the same/);
  } else if (isMade || expected.otherwise) {
    assert.equal(result.outcome, "done", context);
    assertBy(operation, isMade, result, context);
  } else if (expected.failure?.[0] === "alreadyAuthorized" && operation.action.startsWith("Authorize")) {
    assert.equal(result.outcome, "unchanged", context);
  } else {
    assert.ok(result.outcome === "failed", context);
    const { kind, code, message } = result.failure;
    assert.deepEqual([kind, code].filter(Boolean).join(" "), endWords(expected, operation), context);
    assert.notEqual(result.failure.inDoubt, true, context);
    assert.doesNotMatch(message, /may have been made/);
    if (inDoubt) {
      assert.match(message, / A look shows that nothing was changed\.$/);
    }
  }
}

/** What says who will revoke a rule says so of the one that will. */
function assertBy({ traits }: ChangeOperation, isMade: boolean, result: CommandResult, context: string) {
  if (traits.includes("elseSwept")) {
    const { value } = result;
    const by = typeof value === "object" && value !== null && "by" in value ? value.by : undefined;
    assert.equal(by, isMade ? "schedule" : "sweep", context);
  }
}
