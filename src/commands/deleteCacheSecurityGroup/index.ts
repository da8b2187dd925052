import { cancelled, failedResult } from "../../core/commandResult";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command } from "../command";
import { itemsOf } from "../many/items";
import { checkTarget, invalidParameter, textParams } from "../params";
import { type GroupContext, groupStep } from "../steps/groupStep";
import { targetOf, targetStep } from "../steps/targetStep";
import { tellFailure } from "../tellFailure";
import { confirmDelete } from "./confirmDelete";
import { sendDelete } from "./sendDelete";
import { deleteSeveral } from "./several";

const fields = ["profile", "region", "cacheSecurityGroupName"] as const;
const steps: readonly Step<GroupContext>[] = [targetStep(), groupStep()];

/** Deletes a cache security group. Asks first; one that lets somebody in asks for its name. */
export const deleteCacheSecurityGroup: Command = {
  id: "deleteCacheSecurityGroup",
  changes: true,
  several: "sameKind",
  async run(params, services) {
    const items = itemsOf(params);
    if (!items.ok) {
      tellFailure(items.failure, services);
      return failedResult(items.failure);
    }
    if (items.value) {
      return deleteSeveral(items.value, params["confirmed"] === true, services);
    }
    const given = textParams(params, fields);
    const wrong = given.ok ? await checkTarget(given.value, services.state) : given.failure;
    if (!given.ok || wrong) {
      const failure = wrong ?? invalidParameter("params", "The values are wrong");
      tellFailure(failure, services);
      return failedResult(failure);
    }
    const context: GroupContext = { services, given: given.value, ...given.value };
    if ((await runWizard("Delete Cache Security Group", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const target = targetOf(context);
    // The API stores names in lower case, and finds them by it.
    const name = (context.cacheSecurityGroupName ?? "").toLowerCase();
    if (name === "" || name === "default") {
      const why = name === "" ? "The name is empty" : "Each region keeps its group named default";
      const failure = invalidParameter("CacheSecurityGroupName", why);
      tellFailure(failure, services);
      return failedResult(failure);
    }
    const confirmed = params["confirmed"] === true;
    if (!confirmed && !(await confirmDelete(target, name, services))) {
      return cancelled;
    }
    const complete = confirmed && fields.every((field) => given.value[field] !== undefined);
    return sendDelete({ target, name, interactive: !complete }, services);
  },
};
