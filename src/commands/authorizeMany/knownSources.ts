import { grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Source } from "../../core/cacheSecurityGroups/ec2Sources";
import type { IngressSource } from "../../core/cacheSecurityGroups/ingress";
import type { Answer, PickManyEntry, Position, Ui } from "../../ui/ui";
import { knownSources, listedSources, sourceEntry, sourceSections } from "../steps/sources";
import { type AuthorizeManyContext, targetsOf } from "./context";

/** Asks for some of the EC2 security groups that are known: listed by EC2, let in already, or used lately. */
export function askKnownSources(
  context: AuthorizeManyContext,
  at: Position,
  ui: Ui,
): Promise<Answer<readonly IngressSource[]>> {
  const targets = targetsOf(context);
  const before = new Set(context.sources?.map(grantKey));
  return ui.pickMany<IngressSource>({
    at,
    placeholder: "The EC2 security groups to let in",
    atLeastOne: true,
    items: listedSources(targets, context.services).then((live) =>
      entries([...live, ...knownSources(targets, context.services)], before),
    ),
  });
}

function entries(
  sources: readonly Source[],
  before: ReadonlySet<string>,
): readonly PickManyEntry<IngressSource>[] {
  const owned = sources.filter(({ ownerId }) => ownerId !== undefined);
  return sourceSections(owned, (source) => {
    const { name: ec2SecurityGroupName, ownerId: ec2SecurityGroupOwnerId = "" } = source;
    const value = { ec2SecurityGroupName, ec2SecurityGroupOwnerId };
    return { ...sourceEntry(source, value), picked: before.has(grantKey(value)) };
  });
}
