import { ApiError } from "./apiError";
import type { Asked } from "./asked";
import { jsonObject } from "./jsonObject";
import type { SignedRequest } from "./sigv4";
import { ssm } from "./ssm/service";

/** The header that names the operation: `AmazonSSM.DescribeInstanceInformation`. */
const header = "x-amz-target";

/** The operation that a request of the AWS JSON protocol asks for; `undefined` where it is none. */
export function targetOf(request: Pick<SignedRequest, "headers">): string | undefined {
  return request.headers.get(header)?.[0];
}

/** Reads a request of the AWS JSON protocol: the operation in a header, all else as JSON. */
export function askedByTarget(request: SignedRequest): Asked {
  const target = targetOf(request) ?? "";
  const action = actionOfTarget(target);
  return {
    service: ssm,
    action,
    operation: () => {
      const operation = ssm.operations.get(action);
      if (operation === undefined || target !== `${ssm.target}.${action}`) {
        throw new ApiError("UnknownOperationException", `There is no operation ${target}`);
      }
      const body = jsonObject(request.body);
      return (call) => JSON.stringify(operation({ ...call, body }));
    },
  };
}

export function actionOfTarget(target: string): string {
  return target.slice(target.indexOf(".") + 1) || "-";
}
