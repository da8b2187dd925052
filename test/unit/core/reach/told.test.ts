import { explain } from "../../../../src/core/reach/explain";
import type { Step } from "../../../../src/core/reach/explanation";
import { isAsWrittenDown } from "../../../support/writtenDown";
import { trapsBySubject } from "./traps/allTraps";
import { ask, cacheFar, cacheNear, near, office, onPremises, peered, transit } from "./traps/network";

/**
 * What people read of each way, whole, beside this file in `told/`: the networks in which everything works, and of
 * each trap the steps that are told otherwise than there.
 */
const folder = "test/unit/core/reach/told";

const works = {
  "in one VPC": { net: near(), question: ask(cacheNear) },
  "over a peering connection": { net: peered(), question: ask(cacheFar) },
  "over a transit gateway": { net: transit(), question: ask(cacheFar) },
  "from outside of AWS": { net: onPremises(), question: ask(cacheNear, office) },
};

/** One step in a line or more: `blocks cacheIngress sg-cache ENI_SG_RULES_MISMATCH: …`. */
function lineOf({ verdict, kind, resource, code, text, action, mend, node }: Step): string {
  const head = [verdict, kind, resource, code, node].filter((part) => part !== undefined).join(" ");
  return [
    `${head}: ${text}`,
    ...(action === undefined ? [] : [`  missing: ${action}`]),
    ...(mend === undefined ? [] : [`  mend: ${JSON.stringify(mend)}`]),
  ].join("\n");
}

function compare(name: string, parts: readonly string[]): void {
  isAsWrittenDown(`${folder}/${name}.txt`, `${parts.join("\n\n")}\n`);
}

describe("what is told of a way", () => {
  const usual = new Set(
    Object.values(works).flatMap(({ net, question }) => explain(net, question).steps.map(lineOf)),
  );

  it("is as written down where everything works", () => {
    const parts = Object.entries(works).map(([title, { net, question }]) =>
      [`== ${title}`, ...explain(net, question).steps.map(lineOf)].join("\n"),
    );
    compare("works", parts);
  });

  for (const [subject, traps] of Object.entries(trapsBySubject)) {
    it(`is as written down in the traps of ${subject}`, () => {
      const parts = traps.map(({ title, net, question }) => {
        const { verdict, steps } = explain(net, question);
        const told = steps.map(lineOf).filter((line) => !usual.has(line));
        return [`== ${title}`, `-> ${verdict}`, ...told].join("\n");
      });
      compare(subject, parts);
    });
  }
});
