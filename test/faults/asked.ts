import type { IncomingHttpHeaders } from "node:http";
import type { ServiceName } from "../../src/core/requests/request";
import { actionOfTarget } from "../../src/sandbox/askedByTarget";
import { isJsonService } from "../../src/sandbox/dialects";
import { routeOf } from "../../src/sandbox/restService";
import { scheduler } from "../../src/sandbox/scheduler/service";
import type { Answered } from "../../src/sandbox/service";
import { allServices } from "../../src/sandbox/services";

/** A request, as far as it says what it asks for. */
interface AskedBy {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** What a request asks for as parameters, in whichever protocol it is written. */
export function paramsOf({ method = "", url = "", headers }: AskedBy, body: string): URLSearchParams {
  const target = headers["x-amz-target"];
  const route = routeOf(scheduler, method, url.split("?")[0] ?? "");
  const action = target === undefined ? route?.action : actionOfTarget(String(target));
  if (action === undefined) {
    return new URLSearchParams(body);
  }
  const fields: object = body === "" ? {} : JSON.parse(body);
  const texts = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams([["Action", action], ...texts]);
}

/** The service that a request is for: its Version tells, or its operation. */
export function serviceAsked(params: URLSearchParams): Answered | undefined {
  const [version, action] = [params.get("Version"), params.get("Action") ?? ""];
  return allServices.find((service) =>
    "version" in service ? service.version === version : service.operations.has(action),
  );
}

export function isJson({ service }: { readonly service: ServiceName }): boolean {
  return isJsonService(service);
}
