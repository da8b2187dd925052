import { createGroups } from "../../changes/cacheSecurityGroups";
import { unlooked } from "../../changes/how";
import { runChange } from "../../changes/run";
import { storedName } from "../../core/cacheSecurityGroups/items";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { type Given, groupFields, isComplete } from "../../core/given/fields";
import { failed, type Outcome } from "../../core/outcome";
import { readFields } from "../../store/given/fields";
import type { Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { askAndRun, withRead } from "../heads";
import { answered, targetOf, targetStep } from "../steps/targetStep";
import { type CreateContext, descriptionQuestion, descriptionStep, nameQuestion, nameStep } from "./steps";

const fields = [...groupFields, "description"] as const;

/** Makes a cache security group that lets nobody in yet. */
export const createCacheSecurityGroup: Command = {
  id: "createCacheSecurityGroup",
  changes: true,
  run: (params, services) =>
    withRead(check(params, services), (given) => {
      const context: CreateContext = { services, given, ...given };
      const steps: readonly Step<CreateContext>[] = [targetStep, nameStep, descriptionStep];
      const send = () => {
        const group = {
          ...targetOf(context),
          cacheSecurityGroupName: answered(context.cacheSecurityGroupName, "name"),
          description: answered(context.description, "description"),
        };
        // AWS itself says best whether the name is taken.
        const how = { interactive: !isComplete(given, fields), planned: unlooked([group]) };
        return runChange(createGroups(services), [group], how, services);
      };
      // A name that is taken or refused is asked for again.
      return askAndRun("Create Cache Security Group", steps, context, send, ({ kind }) => {
        if (kind === "alreadyExists") {
          context.taken = storedName(context.cacheSecurityGroupName ?? "");
        }
        return nameStep.isNeeded(context) && (kind === "invalidParameter" || kind === "alreadyExists")
          ? nameStep.field
          : undefined;
      });
    }),
};

async function check(params: Params, { state }: Services): Promise<Outcome<Given<(typeof fields)[number]>>> {
  const given = await readFields(params, fields, state);
  if (!given.ok) {
    return given;
  }
  for (const [field, question] of [
    ["cacheSecurityGroupName", nameQuestion],
    ["description", descriptionQuestion],
  ] as const) {
    const text = given.value[field];
    const verdict = text === undefined ? undefined : question.check(text);
    if (verdict?.verdict === "error") {
      return failed(invalidParameter(field, verdict.message));
    }
  }
  return given;
}
