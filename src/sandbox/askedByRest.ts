import { ApiError } from "./apiError";
import type { Asked } from "./asked";
import { parseForm } from "./params";
import { type JsonObject, routeOf } from "./restService";
import { scheduler } from "./scheduler/service";
import type { SignedRequest } from "./sigv4";

/** Whether a request is one of a service whose requests are paths. */
export function isRestPath(method: string, path: string): boolean {
  return routeOf(scheduler, method, path) !== undefined;
}

/** Reads a request of the REST JSON protocol: the operation in the method and the path, the rest as JSON. */
export function askedByRest(request: SignedRequest): Asked {
  const route = routeOf(scheduler, request.method, request.path);
  const { action = "-", name = "" } = route ?? {};
  return {
    service: scheduler,
    action,
    ...(name === "" ? {} : { subject: name }),
    operation: () => {
      const operation = scheduler.operations.get(action);
      if (operation === undefined) {
        throw new ApiError(
          "ValidationException",
          `There is no operation at ${request.method} ${request.path}`,
        );
      }
      const query = parseForm(request.query);
      const body = jsonOf(request.body);
      return (call) => {
        const result = operation({ ...call, name, query, body });
        return result === undefined ? "" : JSON.stringify(result);
      };
    },
  };
}

function jsonOf(body: Buffer): JsonObject {
  if (body.length === 0) {
    return {};
  }
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { ...value };
    }
  } catch {
    // What is no JSON is refused like JSON that is no object.
  }
  throw new ApiError("ValidationException", "The request's body is not a JSON object.");
}
