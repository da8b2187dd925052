import { cancelled } from "../../core/commandResult";
import { failed, type Outcome } from "../../core/outcome";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { itemsOf } from "../many/items";
import { checkTarget, invalidParameter, textParams } from "../params";
import { type GroupContext, groupStep } from "../steps/groupStep";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse } from "../tellFailure";
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
      return refuse(items.failure, services);
    }
    if (items.value) {
      return deleteSeveral(items.value, params["confirmed"] === true, services);
    }
    const given = await check(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
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
      return refuse(failure, services);
    }
    const confirmed = params["confirmed"] === true;
    if (!confirmed && !(await confirmDelete(target, name, services))) {
      return cancelled;
    }
    const complete = confirmed && fields.every((field) => given.value[field] !== undefined);
    return sendDelete({ target, name, interactive: !complete }, services);
  },
};

async function check(params: Params, services: Services): Promise<Outcome<GroupContext["given"]>> {
  const given = textParams(params, fields);
  const wrong = given.ok ? await checkTarget(given.value, services.state) : undefined;
  return wrong ? failed(wrong) : given;
}
