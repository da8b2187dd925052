import { done } from "../core/commandResult";
import { rowId } from "../tree/row";
import type { Command, Services } from "./command";
import { nothingToDo } from "./heads";

/** What the sandbox's demo data has for a beginning: a group that lets nobody in yet, in the specification's account. */
const beginning = {
  profile: "sandbox-classic",
  region: "us-west-2",
  cacheSecurityGroupName: "mygroup",
} as const;

const nextStep = "Authorize Ingress…";

/** Starts the built-in sandbox and shows its profiles in the tree, with the row to begin with open. */
export const startSandbox: Command = {
  id: "startSandbox",
  async run(_params, services) {
    const { facts, isNew } = await services.sandbox.start();
    if (!isNew) {
      return nothingToDo("The sandbox runs already", services, facts);
    }
    // Whoever called gets the sandbox: what is shown of it follows.
    void showBeginning(services);
    return done(facts);
  },
};

/** Ends the sandbox; its profiles go, and what was made in it is forgotten. */
export const stopSandbox: Command = {
  id: "stopSandbox",
  async run(_params, services) {
    return (await services.sandbox.stop()) ? done() : nothingToDo("The sandbox does not run", services);
  },
};

/** Opens the way to the first row, and offers the first thing to try. */
async function showBeginning(services: Services): Promise<void> {
  const { state, tree, ui } = services;
  const { profile, region, cacheSecurityGroupName } = beginning;
  await state.groups.load(beginning);
  await tree.show(rowId("cacheSecurityGroup", profile, region, cacheSecurityGroupName));
  const text = `The sandbox runs. Try it: let somebody into ${cacheSecurityGroupName}`;
  if ((await ui.tell({ severity: "information", text, actions: [nextStep] })) === nextStep) {
    await services.runCommand("authorizeIngress", beginning);
  }
}
