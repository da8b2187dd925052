import { ApiError } from "./apiError";
import type { Operation, Service } from "./service";
import { element } from "./xml";

/**
 * A service of the AWS Query protocol.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryService(options: {
  readonly name: string;
  readonly version: string;
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, Operation>;
}): Service {
  const xmlns = ` xmlns="${options.namespace}"`;
  return {
    ...options,
    contentType: "text/xml;charset=UTF-8",
    unknownAction: (action) =>
      new ApiError("InvalidAction", `Could not find operation ${action} for version ${options.version}`),
    success: (action, result, requestId) =>
      element(
        `${action}Response`,
        {
          ...(result === undefined ? {} : { [`${action}Result`]: result }),
          ResponseMetadata: { RequestId: requestId },
        },
        xmlns,
      ),
    failure: ({ code, message, status }, requestId) =>
      element(
        "ErrorResponse",
        {
          Error: { Type: status < 500 ? "Sender" : "Receiver", Code: code, Message: message },
          RequestId: requestId,
        },
        xmlns,
      ),
  };
}
