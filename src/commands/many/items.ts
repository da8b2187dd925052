import { parseAccountId } from "../../core/accountId";
import type { GroupItem, IngressItem } from "../../core/batchItem";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Target } from "../../core/target";
import type { State } from "../../store/state";
import { ingressFields } from "../authorizeIngress/context";
import type { Params } from "../command";
import { checkTarget, invalidParameter, textParams } from "../params";

const targetFields = ["profile", "region"] as const;
const groupFields = [...targetFields, "cacheSecurityGroupName"] as const;

/** The `items` of params, each with params of its own; `undefined` where there are none. */
export function itemsOf(params: Params): Outcome<readonly Params[] | undefined> {
  const items = params["items"];
  if (items === undefined) {
    return succeeded(undefined);
  }
  return Array.isArray(items) && items.every(isParams)
    ? succeeded(items)
    : failed(invalidParameter("items", "items is to be a list of objects"));
}

/** Targets. The first that is wrong is the failure, with its number. */
export function targetItems(items: readonly Params[], state: State): Promise<Outcome<readonly Target[]>> {
  return readAll(items, targetFields, state);
}

/** Cache security groups, each with its target. The first that is wrong is the failure, with its number. */
export function groupItems(items: readonly Params[], state: State): Promise<Outcome<readonly GroupItem[]>> {
  return readAll(items, groupFields, state);
}

/** Ingresses, each with its target; the account numbers as AWS writes them. */
export async function ingressItems(
  items: readonly Params[],
  state: State,
): Promise<Outcome<readonly IngressItem[]>> {
  const read = await readAll(items, ingressFields, state);
  if (!read.ok) {
    return read;
  }
  const complete: IngressItem[] = [];
  for (const [index, item] of read.value.entries()) {
    const owner = parseAccountId(item.ec2SecurityGroupOwnerId);
    if (!owner.ok) {
      return failed(invalidParameter("EC2SecurityGroupOwnerId", `Item ${index + 1}: ${owner.message}`));
    }
    complete.push({ ...item, ec2SecurityGroupOwnerId: owner.value });
  }
  return succeeded(complete);
}

async function readAll<F extends string>(
  items: readonly Params[],
  fields: readonly F[],
  state: State,
): Promise<Outcome<readonly { readonly [field in F]: string }[]>> {
  const read: { readonly [field in F]: string }[] = [];
  for (const [index, item] of items.entries()) {
    const texts = textParams(item, fields);
    if (!texts.ok) {
      return texts;
    }
    const { value } = texts;
    if (!isComplete(value, fields)) {
      const missing = fields.find((field) => (value[field] ?? "") === "") ?? "";
      return failed(invalidParameter(missing, `Item ${index + 1}: ${missing} is missing`));
    }
    const wrong = await checkTarget(value, state);
    if (wrong) {
      return failed({ ...wrong, message: `Item ${index + 1}: ${wrong.message}` });
    }
    read.push(value);
  }
  return succeeded(read);
}

function isComplete<F extends string>(
  texts: { readonly [field in F]?: string },
  fields: readonly F[],
): texts is { readonly [field in F]: string } {
  return fields.every((field) => (texts[field] ?? "") !== "");
}

function isParams(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
