import { ApiError } from "./apiError";
import type { Operation, Service } from "./service";
import { element } from "./xml";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * A service of the EC2 Query protocol: no result wrapper, and errors of another shape.
 * https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 */
export function ec2Service(version: string, operations: ReadonlyMap<string, Operation>): Service {
  return {
    name: "ec2",
    version,
    operations,
    contentType: "text/xml;charset=UTF-8",
    unknownAction: (action) =>
      new ApiError("InvalidAction", `The action ${action} is not valid for this web service.`),
    success: (action, result, requestId) =>
      declaration +
      element(
        `${action}Response`,
        { requestId, ...result },
        ` xmlns="http://ec2.amazonaws.com/doc/${version}/"`,
      ),
    failure: ({ code, message }, requestId) =>
      declaration +
      element("Response", { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId }),
  };
}
