import { type CommandResult, failedResult } from "../core/commandResult";
import type { Failure } from "../core/failures/failures";
import { isObject } from "../core/isObject";
import type { Row } from "../tree/row";
import { tellResult } from "../ui/tellFailure";
import type { Command, Params, Services } from "./command";
import { KeyboardFocus } from "./keyboardFocus";
import { runCommand } from "./runCommand";
import { removes } from "./selectedRows";
import { viewCommands } from "./viewCommands";

/** Runs the commands of the table. Each resolves to a result, whatever happens, and never rejects. */
export function commandRunner(
  commands: readonly Command[],
  services: Services,
): (id: string, passed: readonly unknown[]) => Promise<CommandResult> {
  const byId = new Map(commands.map((command) => [command.id, command]));
  const underWay = new Map<string, Promise<CommandResult>>();
  let unlike = 0;
  const refuse = (failure: Failure) => tellResult(failedResult(failure), services);
  return async (id, passed) => {
    const command = byId.get(id);
    if (!command) {
      return refuse({ kind: "unexpected", message: `There is no command ${id}` });
    }
    const [argument, selected] = passed;
    if (isRow(argument) && !rowOf(argument, services)) {
      return refuse(rowIsGone);
    }
    // A menu passes its row and the selection. VS Code has no row for it while the tree is being fetched anew;
    // to ask from the start, as if nothing had been chosen, could end on another row than the one meant.
    if (!viewCommands.has(id) && passed.length > 1 && (argument === undefined || argument === null)) {
      return refuse(rowIsBeingRead);
    }
    const params = paramsOfCall(command, argument, selected, services);
    const rows = rowsOf(argument, selected, services);
    const going = rows.filter((row) => removes(command, row));
    // The same call made again while it is under way shares its result: five clicks send one request.
    const key = `${command.id} ${keyOf(params) ?? ++unlike}`;
    let result = underWay.get(key);
    if (!result) {
      const focus = new KeyboardFocus(services);
      const agreed = () => void services.tree.focusBeside(going);
      const made: Services["made"] = (...row) => focus.onMade(...row);
      result = runCommand(command, params, {
        ...services,
        ...(going.length > 0 ? { agreed } : {}),
        ...(rows.length > 0 ? { made } : {}),
      }).finally(() => {
        underWay.delete(key);
        focus.end();
      });
      underWay.set(key, result);
    }
    return result;
  };
}

/** The params of a call, with those of the other rows that are selected, where the command can take them. */
function paramsOfCall(
  { several }: Command,
  argument: unknown,
  selected: unknown,
  services: Services,
): Params {
  const params = paramsOf(argument, services);
  if (several === undefined || !Array.isArray(selected) || selected.length < 2) {
    return params;
  }
  const kind = rowOf(argument, services)?.kind;
  const rows = selected.flatMap((each) => rowOf(each, services) ?? []);
  const taken = several === "anyKind" ? rows : rows.filter((row) => row.kind === kind);
  return taken.length < 2 ? params : { ...params, items: taken.map((row) => ({ ...row.params })) };
}

/** The row that is meant, and those that are selected besides. */
function rowsOf(argument: unknown, selected: unknown, services: Services): readonly Row[] {
  const all = [argument, ...(Array.isArray(selected) ? selected : [])];
  return [...new Set(all.flatMap((each) => rowOf(each, services) ?? []))];
}

/** A row as a menu passes it, or as `readTree` gives it: its fields are not params. */
function isRow(argument: unknown): boolean {
  return isObject(argument) && "id" in argument && ("contextValue" in argument || "params" in argument);
}

const rowIsGone: Failure = {
  kind: "notFound",
  message: "This row is not in the tree any more. Nothing was sent; read the tree again",
};

const rowIsBeingRead: Failure = {
  kind: "notFound",
  message: "The row was being read again at that moment. Nothing was sent; choose the command once more",
};

/** The params of one row or object: a row's own, those of a row told by its id, or the object that was given. */
function paramsOf(argument: unknown, services: Services): Params {
  return isObject(argument) ? { ...(rowOf(argument, services)?.params ?? argument) } : {};
}

function rowOf(argument: unknown, { tree }: Services): Row | undefined {
  const id = isObject(argument) ? argument["id"] : undefined;
  return typeof id === "string" ? tree.find(id) : undefined;
}

/** Equal for equal params, whatever the order of their fields; `undefined` where some are not JSON. */
function keyOf(params: Params): string | undefined {
  const present = Object.entries(params).filter(([, value]) => value !== undefined);
  try {
    return JSON.stringify(present.sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch {
    return undefined;
  }
}
