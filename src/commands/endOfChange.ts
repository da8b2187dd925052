import type { Message } from "../ui/ui";
import type { Services } from "./command";
import { type Undo, undo } from "./undo";

/** The one notification at the end of a change, with what can be done next. Nobody waits for its answer. */
export async function tellEnd(
  message: Omit<Message, "actions">,
  next: { readonly undo?: Undo; readonly copyAsCli?: () => Promise<unknown> },
  services: Services,
): Promise<void> {
  const actions = [...(next.undo ? ["Undo"] : []), ...(next.copyAsCli ? ["Copy as AWS CLI"] : [])];
  const chosen = await services.ui.tell({ ...message, actions });
  if (chosen === "Undo" && next.undo) {
    await undo(next.undo, services);
  } else if (chosen !== undefined) {
    await next.copyAsCli?.();
  }
}
