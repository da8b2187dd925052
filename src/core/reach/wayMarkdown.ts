import { posixCommandLine } from "../formats/cli";
import { inSeconds } from "../inSeconds";
import type { Target } from "../target";
import { escaped } from "./escaped";
import type { Explanation, Step, StepKind } from "./explanation";
import { mendRequest, mendResource, mendTemplate } from "./mendText";

/** An explanation with what it is about. */
export interface WayReport {
  readonly source: string;
  readonly cache: string;
  readonly ports: readonly number[];
  readonly target: Target;
  readonly endpoint?: string | undefined;
  /** When it was read, ISO 8601. */
  readonly at: string;
  readonly explanation: Explanation;
  /** What differs from the time before; `undefined` where there was none. */
  readonly changes?: readonly string[] | undefined;
}

/** The report as lines, and the line that each step that blocks or is not known stands at. */
export interface WayLines {
  readonly text: string;
  readonly lineOf: ReadonlyMap<Step, number>;
}

const kinds: Readonly<Record<StepKind, string>> = {
  source: "Source",
  sourceEgress: "Source's security groups, outbound",
  sourceAclOut: "Source's network ACL, outbound",
  sourceRoute: "Route there",
  peering: "Peering connection",
  transitGateway: "Transit gateway",
  virtualPrivateGateway: "Virtual private gateway",
  destinationAclIn: "Cache's network ACL, inbound",
  cacheIngress: "Cache's security groups, inbound",
  destinationAclOut: "Cache's network ACL, outbound",
  returnRoute: "Route back",
  sourceAclIn: "Source's network ACL, inbound",
  name: "Name",
  transport: "Transport",
  authentication: "Authentication",
};

const states = { passes: "passes", blocks: "BLOCKS", unknown: "NOT KNOWN", notice: "to know" } as const;
const verdicts = { reachable: "reachable", blocked: "blocked", unknown: "not known" } as const;

/** A page to read: what decides on top, in one sentence, then the way as an ordered list. */
export function wayMarkdown(report: WayReport): WayLines {
  const { source, cache, ports, target, at, explanation, changes } = report;
  const { verdict, steps, nodes = [] } = explanation;
  const page = new Page();
  page.add(`# ${escaped(source)} to ${escaped(cache)}: ${verdicts[verdict]}`, "");
  const deciding = decidingStep(steps);
  const where = deciding === undefined ? "" : `${kinds[deciding.kind]}: `;
  page.add(`**${where}${escaped(headline(explanation))}**`, "");
  const asked = `profile ${target.profile}, region ${target.region}`;
  page.add(`TCP ${ports.join(", ") || "(port not known)"}, ${escaped(asked)}, read ${inSeconds(at)}.`, "");
  if (changes) {
    page.add("## What changed since", "");
    page.add(...(changes.length > 0 ? changes.map((each) => `- ${escaped(each)}`) : ["Nothing."]), "");
  }
  page.add("## The way", "");
  steps.forEach((step, index) => {
    page.at(
      step,
      `${index + 1}. ${states[step.verdict]} · ${kinds[step.kind]}: ${stepText(step, nodes.length > 1)}`,
    );
    page.add(...mendLines(step, report));
  });
  if (nodes.length > 1) {
    page.add("", "## The nodes", "");
    page.add(...nodes.map((each) => `- ${escaped(each.id)}, ${each.address}: ${verdicts[each.verdict]}`));
  }
  page.add("", "Evaluated on this computer, of what AWS tells. Nothing was sent to the cache.", "");
  return page;
}

/** The first step that blocks, else the first that is not known, as it decides. */
export function headline({ verdict, steps }: Explanation): string {
  const deciding = decidingStep(steps);
  return deciding?.text ?? (verdict === "reachable" ? "Nothing on the way stops it." : "It is not known.");
}

export function decidingStep(steps: readonly Step[]): Step | undefined {
  return (
    steps.find(({ verdict }) => verdict === "blocks") ?? steps.find(({ verdict }) => verdict === "unknown")
  );
}

class Page implements WayLines {
  readonly #lines: string[] = [];
  readonly lineOf = new Map<Step, number>();

  get text(): string {
    return this.#lines.join("\n");
  }

  add(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  at(step: Step, line: string): void {
    this.lineOf.set(step, this.#lines.length);
    this.add(line);
  }
}

function stepText({ resource, text, code, action, node }: Step, severalNodes: boolean): string {
  return [
    text.includes(resource) ? "" : `\`${resource.replaceAll("`", "")}\`: `,
    escaped(text),
    code === undefined ? "" : ` [${code}]`,
    action === undefined ? "" : ` Missing: \`${action}\`.`,
    node === undefined || !severalNodes ? "" : ` (${escaped(node)})`,
  ].join("");
}

/** What would mend it, as text to copy; an ingress rule is authorized by the flow instead. */
function mendLines({ mend, verdict }: Step, { target, endpoint }: WayReport): readonly string[] {
  if (mend === undefined || verdict === "passes") {
    return [];
  }
  const request = mendRequest(mend);
  if (request === undefined) {
    return ["", "   A route is missing; what it is to lead over has to be chosen.", ""];
  }
  const line = posixCommandLine({
    service: "ec2",
    ...request,
    target,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  const [cloudFormation, terraform] = [mendTemplate(mend), mendResource(mend)];
  return [
    "",
    "   What would let it pass:",
    "",
    ...fenced("sh", line),
    ...(cloudFormation.ok ? fenced("json", cloudFormation.text) : []),
    ...(terraform.ok ? fenced("terraform", terraform.text) : []),
  ];
}

function fenced(language: string, text: string): readonly string[] {
  const lines = text.trimEnd().split("\n");
  return [`   \`\`\`${language}`, ...lines.map((line) => `   ${line}`), "   ```", ""];
}
