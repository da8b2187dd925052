import { loadReach } from "../../bundles";
import { posixCommandLine } from "../../core/formats/cli";
import type { Explanation, Step } from "../../core/reach/explanation";
import type { WayLines, WayReport } from "../../core/reach/wayMarkdown";
import { waySourceText } from "../../core/reach/waySource";
import type { TextAction } from "../../ui/ui";
import type { Services } from "../command";
import { explainWay, type Way } from "./explainWay";

type MendTexts = Pick<Reach, "mendRequest" | "mendResource" | "mendTemplate">;
type Reach = Awaited<ReturnType<typeof loadReach>>;

/** Shows the explanation as a page, with what can be done about it above the lines that say why. */
export async function showWay(
  way: Way,
  explanation: Explanation,
  services: Services,
  before?: Explanation,
): Promise<void> {
  const { target, cache, source, ports } = way;
  const { wayChanges, wayMarkdown, ...mends } = await loadReach();
  const configured = await (await services.aws()).configuredEndpoint(target, "ec2");
  const report: WayReport = {
    source: waySourceText(source),
    cache: cache.id,
    ports,
    target,
    endpoint: configured.ok ? configured.value : undefined,
    at: new Date().toISOString(),
    explanation,
    changes: before && wayChanges(before, explanation),
  };
  const page = wayMarkdown(report);
  await services.ui.showText({
    name: `${report.source} to ${cache.id}.md`.replaceAll("/", "-"),
    text: page.text,
    actions: [
      { line: 0, title: "Run Again", run: () => void runAgain(way, explanation, services) },
      { line: 0, title: "Copy as Markdown", run: () => void services.ui.copy(page.text) },
      ...explanation.steps.flatMap((step) => actionsOf(step, page, report, services, mends)),
    ],
  });
}

async function runAgain(way: Way, before: Explanation, services: Services): Promise<void> {
  const explanation = await services.tree.whileBusy(explainWay(way, services));
  await showWay(way, explanation, services, before);
}

/** An ingress rule is authorized by its flow, filled in; everything else is text to copy. */
function actionsOf(
  step: Step,
  { lineOf }: WayLines,
  { target, endpoint }: WayReport,
  services: Services,
  { mendRequest, mendResource, mendTemplate }: MendTexts,
): readonly TextAction[] {
  const { mend, verdict } = step;
  const line = lineOf.get(step);
  if (mend === undefined || line === undefined || verdict === "passes") {
    return [];
  }
  const { ui, runCommand } = services;
  if (mend.kind === "authorizeIngress") {
    const { kind: _, ...rule } = mend;
    const params = { ...target, ...rule, review: true };
    return [
      { line, title: "Authorize VPC Ingress…", run: () => void runCommand("authorizeVpcIngress", params) },
    ];
  }
  const request = mendRequest(mend);
  const call = request && { service: "ec2" as const, ...request, target };
  const texts = [
    ["Copy as AWS CLI", call && posixCommandLine(endpoint === undefined ? call : { ...call, endpoint })],
    ["Copy as CloudFormation", textOf(mendTemplate(mend))],
    ["Copy as Terraform", textOf(mendResource(mend))],
  ] as const;
  return texts.flatMap(([title, text]) =>
    text === undefined ? [] : [{ line, title, run: () => void ui.copy(text) }],
  );
}

function textOf(written: ReturnType<MendTexts["mendTemplate"]>): string | undefined {
  return written.ok ? written.text : undefined;
}
