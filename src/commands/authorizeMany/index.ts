import { authorizeManyGrants } from "../../changes/grants";
import { runChange } from "../../changes/run";
import type { CommandResult } from "../../core/commandResult";
import { groupFields, ingressFields } from "../../core/given/fields";
import { type Outcome, succeeded } from "../../core/outcome";
import { readFields, readItems } from "../../store/given/fields";
import type { Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { askAndRun, oneOrMany, withRead } from "../heads";
import type { AuthorizeManyContext } from "./context";
import { groupsStep } from "./groupsStep";
import { planStep } from "./planStep";
import { sourcesStep } from "./sourcesStep";
import { targetsStep } from "./targetsStep";

const steps: readonly Step<AuthorizeManyContext>[] = [targetsStep, groupsStep, sourcesStep, planStep];

/**
 * Lets many in at once. `items` that are complete are authorized without a question; those that name groups or
 * targets alone, as selected rows do, are where the flow begins, as is a group or a target of the params' own.
 */
export const authorizeMany: Command = {
  id: "authorizeMany",
  changes: true,
  several: "sameKind",
  run: (params, services) =>
    oneOrMany(
      params,
      () => askAndAuthorize(givenRow(params, services), services),
      (items) =>
        namesGroupsOnly(items)
          ? askAndAuthorize(givenRows(items, services), services)
          : withRead(readItems(items, ingressFields, services.state), (ingresses) => {
              const how = { interactive: false, many: true };
              return runChange(authorizeManyGrants(services), ingresses, how, services);
            }),
    ),
};

function askAndAuthorize(
  given: Promise<Outcome<AuthorizeManyContext["given"]>>,
  services: Services,
): Promise<CommandResult> {
  return withRead(given, (known) => {
    const start: AuthorizeManyContext = { services, given: known };
    return askAndRun("Authorize Many", steps, start, ({ plan: planned = [] }) => {
      const items = planned.map(({ item }) => item);
      const how = { interactive: true, many: true, planned };
      return runChange(authorizeManyGrants(services), items, how, services);
    });
  });
}

function namesGroupsOnly(items: readonly Params[]): boolean {
  return (
    items.length > 0 &&
    !items.some((item) => "ec2SecurityGroupName" in item || "ec2SecurityGroupOwnerId" in item)
  );
}

/** The groups or targets that several rows stand for. */
async function givenRows(
  items: readonly Params[],
  { state }: Services,
): Promise<Outcome<AuthorizeManyContext["given"]>> {
  if (items.every((item) => !("cacheSecurityGroupName" in item))) {
    const targets = await readItems(items, ["profile", "region"], state);
    return targets.ok ? succeeded({ targets: targets.value }) : targets;
  }
  const groups = await readItems(items, groupFields, state);
  return groups.ok ? succeeded({ groups: groups.value }) : groups;
}

/** The group or target that one row stands for, or nothing. */
async function givenRow(
  params: Params,
  { state }: Services,
): Promise<Outcome<AuthorizeManyContext["given"]>> {
  const given = await readFields(params, groupFields, state);
  if (!given.ok) {
    return given;
  }
  const { profile, region, cacheSecurityGroupName } = given.value;
  if (profile === undefined || region === undefined) {
    return succeeded({});
  }
  return succeeded(
    cacheSecurityGroupName === undefined
      ? { targets: [{ profile, region }] }
      : { groups: [{ profile, region, cacheSecurityGroupName }] },
  );
}
