import type { JsonObject } from "./jsonObject";
import type { Answered, CallBase } from "./service";

/** One request to one operation of a service whose requests are paths and JSON, its signature checked. */
export interface RestCall extends CallBase {
  /** What the path names: `{Name}`. */
  readonly name: string;
  readonly query: ReadonlyMap<string, string>;
  readonly body: JsonObject;
}

/** Answers with the members of its result, or throws an `ApiError`. Nothing: an empty body. */
export type RestOperation = (call: RestCall) => JsonObject | undefined;

/**
 * A service of the REST JSON protocol.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export interface RestService extends Answered {
  readonly operations: ReadonlyMap<string, RestOperation>;
  /** By method and path, with `*` in the place of a name: `POST /schedules/*`. */
  readonly routes: ReadonlyMap<string, string>;
}

/** The operation that a method and a path ask for, and the name in the path; `undefined` where there is none. */
export function routeOf(
  { routes }: RestService,
  method: string,
  path: string,
): { readonly action: string; readonly name: string } | undefined {
  const [, first = "", name = "", ...more] = path.split("/");
  const action = more.length === 0 ? routes.get(`${method} /${first}${name === "" ? "" : "/*"}`) : undefined;
  return action === undefined ? undefined : { action, name: decoded(name) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How such a service says no: the code in a header, the words in the body. */
export function restAnswers(
  statuses: Readonly<Record<string, number>>,
): Omit<Answered, "name" | "operations"> {
  return {
    contentType: "application/json",
    failure: ({ message }) => JSON.stringify({ Message: message }),
    failureHead: ({ code, status }) => ({
      status: statuses[code] ?? status,
      headers: { "x-amzn-errortype": code },
    }),
  };
}
