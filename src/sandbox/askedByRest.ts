import { ApiError } from "./apiError";
import type { Asked } from "./asked";
import { jsonObject } from "./jsonObject";
import { parseForm } from "./params";
import { routeOf } from "./restService";
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
      const body = jsonObject(request.body);
      return (call) => {
        const result = operation({ ...call, name, query, body });
        return result === undefined ? "" : JSON.stringify(result);
      };
    },
  };
}
