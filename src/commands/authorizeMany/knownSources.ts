import { classicSources, distinctSources, type Source } from "../../core/cacheSecurityGroups/ec2Sources";
import type { IngressSource } from "../../core/cacheSecurityGroups/ingress";
import type { Target } from "../../core/target";
import { entryKey } from "../../ui/entryKey";
import type { PickManyEntry, Position, Ui } from "../../ui/ui";
import type { StepEnd } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { type AuthorizeManyContext, targetsOf } from "./context";

/** Asks for some of the EC2 security groups that are known: listed by EC2, let in already, or used lately. */
export async function askKnownSources(context: AuthorizeManyContext, at: Position, ui: Ui): Promise<StepEnd> {
  const targets = targetsOf(context);
  const answer = await ui.pickMany<IngressSource>({
    at,
    placeholder: "The EC2 security groups to let in",
    atLeastOne: true,
    items: Promise.all(targets.map((target) => listed(target, context))).then((live) =>
      entries([...live.flat(), ...granted(targets, context), ...recent(context)], context),
    ),
  });
  return takeAnswer(answer, (sources) => {
    context.sources = sources;
    context.sourcesFrom = "those known";
  });
}

/** The EC2 security groups of the target. Without the permission to list them the list is only shorter. */
async function listed(target: Target, { services }: AuthorizeManyContext): Promise<readonly Source[]> {
  const answer = await (await services.aws()).listVpcGroups(target);
  return answer.ok ? classicSources(answer.value) : [];
}

function granted(targets: readonly Target[], { services }: AuthorizeManyContext): readonly Source[] {
  return targets.flatMap((target) =>
    (services.state.groups.get(target).value ?? []).flatMap((group) =>
      group.grants.map((grant) => ({
        name: grant.ec2SecurityGroupName,
        ownerId: grant.ec2SecurityGroupOwnerId,
        from: "granted" as const,
        about: `let in by ${group.name}`,
      })),
    ),
  );
}

function recent({ services }: AuthorizeManyContext): readonly Source[] {
  return services.recent
    .all()
    .map(({ name, ownerId }) => ({ name, ownerId, from: "recent" as const, about: "used lately" }));
}

const headings = { live: "in these accounts", granted: "let in already", recent: "recent" } as const;

function entries(
  sources: readonly Source[],
  { sources: before }: AuthorizeManyContext,
): readonly PickManyEntry<IngressSource>[] {
  const distinct = distinctSources(sources);
  return (["live", "granted", "recent"] as const).flatMap((from) => {
    const items = distinct.flatMap((source) =>
      source.from === from && source.ownerId !== undefined
        ? [entry(source.name, source.ownerId, source.about, before)]
        : [],
    );
    return items.length === 0 ? [] : [{ separator: headings[from] }, ...items];
  });
}

function entry(
  name: string,
  ownerId: string,
  about: string,
  before: readonly IngressSource[] = [],
): PickManyEntry<IngressSource> {
  return {
    key: entryKey("source", name, ownerId),
    label: name,
    description: [ownerId, about].filter(Boolean).join(" · "),
    icon: "server",
    picked: before.some(
      (each) => each.ec2SecurityGroupName === name && each.ec2SecurityGroupOwnerId === ownerId,
    ),
    value: { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: ownerId },
  };
}
