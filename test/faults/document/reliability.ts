import type { Fault, FaultGroup } from "../fault";
import type { ReadOperation } from "../operation";
import { operations } from "../operations";
import { groups } from "../table";
import { changeWords, madeWords, readWords, sentWords } from "./cellWords";
import { differing } from "./differing";
import type { FoundFaults } from "./found/foundFault";
import { foundInAnswers } from "./found/inAnswers";
import { foundInTexts } from "./found/inTexts";
import { foundOfSizes } from "./found/ofSizes";

const reads = operations.filter((operation) => operation.kind !== "change");
const changes = operations.filter(({ kind }) => kind === "change");
const count = groups.flatMap(({ faults }) => faults).length;

const shownIn: Readonly<Record<ReadOperation["shownIn"], string>> = {
  row: "a row of its own where it was to be read; what was read before stays beside it",
  question: "a note in the question",
  step: "a step of the way that is not known, with the permission that is missing",
  outcome: "what it was asked for fails, or is in doubt: nothing is said of what was not read",
  log: "the log, and not known where it would be said",
};

/** docs/reliability.md, as the table has it. */
export function reliability(): string {
  return [
    "# Reliability",
    "",
    "<!-- Printed by `npm run reliability`, from the table that the tests run: test/faults. -->",
    "",
    `What goes wrong between here and AWS, and what comes of it: what is shown, what is kept, what is sent again. Each of the ${count} faults is tried on each of the ${operations.length} requests that the extension has, those aside that get credentials (\`test/wire/aws\`): ${count * operations.length} cells, over real sockets and with the real SDK, by \`npm test -- faults\`. This page is printed from the same table.`,
    "",
    ...promises,
    "",
    ...groups.flatMap(section),
    ...operationsTable(),
    ...foundTable(),
  ].join("\n");
}

const promises = [
  "In every cell, besides what its row says:",
  "",
  "- A change is done where AWS has made it, and only there. Where no look can tell, it is in doubt, and says so.",
  '- "Nothing was changed" is never said of what was, neither by a result nor by a message, nor is it in the history.',
  "- No row that was there is lost, and none is there that AWS does not have. What could not be read again stays as it was, with the failure beside it.",
  "- Nothing stays busy: when the last request has ended, no row spins, and no change is under way.",
  "- It ends in time: a call has the time of `elasticacheAccess.requestTimeout`, its pauses and retries included.",
  "- No key, no token and no signature is in a row, a message, the log or the history, also where the answer holds them.",
  "- No redirection is followed.",
  "",
  '"Looked up": the request may have been carried out, and a look has told. Where none is allowed either, the change fails with what its last attempt came to, and is in doubt (`inDoubt: true`): "The change may have been made all the same". That is tried in each of these cells too.',
  "",
  '"Done in another way": where a schedule cannot be made, this extension revokes the rule when its time has come; what was to be moved and is gone is made anew, and what was to be deleted and is gone is well.',
];

function section({ heading, about, faults }: FaultGroup): readonly string[] {
  return [
    `## ${heading}`,
    about,
    "",
    "| fault | a read shows | sent | AWS makes a change | it ends | sent |",
    "| --- | --- | --- | --- | --- | --- |",
    ...faults.map(row),
    "",
  ];
}

function row(fault: Fault): string {
  const cells = [
    differing(reads, (operation) => readWords(fault, operation)),
    differing(reads, (operation) => sentWords(fault, operation)),
    differing(changes, (operation) => madeWords(fault, operation)),
    differing(changes, (operation) => changeWords(fault, operation)),
    differing(changes, (operation) => sentWords(fault, operation)),
  ];
  return `| ${[fault.name, ...cells].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** All that were found, by what they were about. */
export const foundFaults: readonly FoundFaults[] = [...foundInAnswers, ...foundOfSizes, ...foundInTexts];

function foundTable(): readonly string[] {
  return [
    "## Faults that were found",
    "Each was found by review or reported, reproduced, and mended with its whole kind. Its test failed before.",
    "",
    "| about | fault | test |",
    "| --- | --- | --- |",
    ...foundFaults.flatMap(({ about, faults }) =>
      faults.map(({ fault, file, title }) => `| ${about} | ${fault} | \`test/${file}\`: ${title} |`),
    ),
    "",
  ];
}

function operationsTable(): readonly string[] {
  return [
    "## The requests",
    "A request is sent again by the SDK where it was throttled, got no answer, or the service failed: up to four times, with growing pauses. The extension itself sends one again only after credentials that had expired were renewed, and never a change that was answered.",
    "",
    "| request | service | sent by | where its failure is shown |",
    "| --- | --- | --- | --- |",
    ...operations.map((operation) => {
      const where =
        operation.kind === "change"
          ? "the result and a message; the history has it as failed or in doubt"
          : shownIn[operation.shownIn];
      const how = operation.kind === "change" ? `\`${operation.command}\`` : operation.how;
      return `| ${operation.name} | ${operation.service} | ${how} | ${where} |`;
    }),
    "",
  ];
}
