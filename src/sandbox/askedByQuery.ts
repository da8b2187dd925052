import { ApiError } from "./apiError";
import type { Asked } from "./asked";
import { Params, parseForm } from "./params";
import { subjectOf } from "./requestLog";
import { serviceOf } from "./services";
import type { SignedRequest } from "./sigv4";

/**
 * Reads a request of the Query protocols: parameters in the body and the query, the operation's name among them.
 *
 * @param scope the service's name in the credential, for a request whose Version tells nothing
 */
export function askedByQuery(request: SignedRequest, scope: string | undefined, requestId: string): Asked {
  const params = new Params(parseForm(request.body.toString("utf8"), parseForm(request.query)));
  const action = params.get("Action") ?? "-";
  const version = params.get("Version");
  const service = serviceOf(version, scope);
  return {
    service,
    action,
    subject: subjectOf(params),
    operation: () => {
      if (!params.optional("Action")) {
        throw new ApiError("MissingAction");
      }
      if (version !== undefined && version !== service.version) {
        throw new ApiError(
          "NoSuchVersion",
          `The requested version (${version}) of service ${service.name} does not exist`,
        );
      }
      const operation = service.operations.get(action);
      if (version === undefined || operation === undefined) {
        throw service.unknownAction(action);
      }
      return (call) => service.success(action, operation({ ...call, params }), requestId);
    },
  };
}
