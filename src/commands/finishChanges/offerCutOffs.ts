import { cutOffWords } from "../../core/formats/cutOffWords";
import type { CutOff } from "../../core/journal/cutOff";
import type { Services } from "../command";

/**
 * Says once, in one of the open windows, what was cut off when its window ended, and offers to finish it. Nobody
 * has to answer; what nobody did is said again by the next window.
 */
export async function offerCutOffs(services: Services): Promise<void> {
  const { history, log } = services;
  const read = await history.readCutOffs();
  if (!read.ok) {
    log(`history: ${read.failure.message}`);
    return;
  }
  const open = read.value.filter(({ isAnswered }) => !isAnswered);
  if (open.length > 0) {
    await history.window.whileUnderWay(() => offer(open, services));
  }
  await history.forgetClosedWindows();
}

async function offer(found: readonly CutOff[], services: Services): Promise<void> {
  const { history, ui } = services;
  await Promise.all(
    found.map(({ id }) => history.write({ line: "offered", id, window: history.window.name })),
  );
  const read = await history.readCutOffs();
  const ours = (read.ok ? read.value : []).filter(
    ({ isAnswered, offeredBy }) => !isAnswered && offeredBy === history.window.name,
  );
  const [first] = ours;
  if (!first) {
    return;
  }
  const chosen = await ui.tell({ severity: "warning", text: message(first, ours.length), actions });
  await Promise.all(ours.map(({ id }) => history.write({ line: "answered", id })));
  if (chosen === "Show History") {
    await services.runCommand("showHistory", {});
  } else if (chosen === "Finish" && ours.length > 1) {
    await services.runCommand("finishChanges", {});
  } else if (chosen === "Finish") {
    await services.runCommand("finishChanges", { id: first.id });
  }
}

const actions = ["Finish", "Show History"];

function message(cutOff: CutOff, number: number): string {
  return number === 1
    ? `${cutOff.title} was cut off: ${cutOffWords(cutOff)}.`
    : `${number} changes were cut off when their windows ended. The first is ${cutOff.title}: ${cutOffWords(cutOff)}.`;
}
