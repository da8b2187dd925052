import { type CommandResult, cancelled } from "../../core/commandResult";
import type { Target } from "../../core/target";
import { readFields } from "../../store/given/fields";
import { shownProfiles } from "../../store/state";
import type { Params, Services } from "../command";
import { askAndRun, withRead } from "../heads";
import { type TargetContext, targetOf, targetStep } from "./targetStep";

/** Goes on with the profile of params, or with one of those that the tree shows, asked for. */
export function withProfile(
  title: string,
  params: Params,
  services: Services,
  use: (profile: string) => Promise<CommandResult> | CommandResult,
): Promise<CommandResult> {
  const { state } = services;
  return withRead(readFields(params, ["profile"], state), async (given) => {
    const profile = given.profile ?? (await askProfile(title, services));
    return profile === undefined ? cancelled : use(profile);
  });
}

/** The same with a target. */
export function withTarget(
  title: string,
  params: Params,
  services: Services,
  use: (target: Target) => Promise<CommandResult> | CommandResult,
): Promise<CommandResult> {
  return withRead(readFields(params, ["profile", "region"], services.state), (given) => {
    const start: TargetContext = { services, given, ...given };
    return askAndRun(title, [targetStep], start, (context) => use(targetOf(context)));
  });
}

async function askProfile(title: string, { state, ui }: Services): Promise<string | undefined> {
  await state.profiles.config();
  const answer = await ui.pick({
    at: { title },
    placeholder: "The profile",
    items: shownProfiles(state).map((name) => ({
      key: name,
      label: name,
      description: state.accounts.get(name)?.accountId ?? "",
      icon: "account",
      value: name,
    })),
  });
  return answer.kind === "answer" ? answer.value : undefined;
}
