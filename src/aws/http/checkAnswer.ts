import type { AttemptEnd } from "./attempts";
import { ProtocolError, type ProtocolFault } from "./protocolError";

/** How a service writes its answers. */
export type AnswerFormat = "xml" | "json";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Refuses what is not the API's answer before the SDK parses it. The SDK takes an HTML page or an empty body
 * with status 200 for success without data, reads a cut-off list as a shorter one, and lets a DOCTYPE's nested
 * entities give a group without a name.
 */
export function checkAnswer(answer: Answer, format: AnswerFormat): void {
  const fault = faultOf(answer, format);
  if (fault) {
    throw new ProtocolError(fault, answer.status, answer.headers["x-amzn-requestid"]);
  }
}

/** The code of an error in XML, for the case that the time ends before the SDK has given up on it. */
export function refusalOf({ status, headers, body }: Answer): AttemptEnd | undefined {
  const code = status < 400 ? undefined : /<Code>([\w.]+)<\/Code>/.exec(body.toString("utf8", 0, 4096))?.[1];
  const requestId = headers["x-amzn-requestid"];
  return code === undefined
    ? undefined
    : { answered: true, code, status, ...(requestId ? { requestId } : {}) };
}

function faultOf({ status, headers, body }: Answer, format: AnswerFormat): ProtocolFault | undefined {
  if (status === 407) {
    return "proxyAuthentication";
  }
  if (status >= 300 && status < 400) {
    return "redirect";
  }
  const start = body
    .toString("utf8", 0, 1024)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (
    /^text\/html/i.test(headers["content-type"] ?? "") ||
    /^<(?:!doctype html|html|head|body)\b/i.test(start)
  ) {
    return "webPage";
  }
  if (start === "") {
    return "empty";
  }
  return format === "xml" ? xmlFaultOf(start, body) : jsonFaultOf(start);
}

function xmlFaultOf(start: string, body: Buffer): ProtocolFault | undefined {
  if (body.includes("<!DOCTYPE") || /<!doctype/i.test(start)) {
    return "doctype";
  }
  const root = /^(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<([A-Za-z_][\w.:-]*)/s.exec(start)?.[1];
  if (root === undefined) {
    return "notXml";
  }
  const end = body.toString("utf8", Math.max(body.length - 1024, 0)).trimEnd();
  const single = /^(?:<\?xml[^>]*\?>\s*)?<[^<>]*\/>$/.test(start.trimEnd());
  return single || end.endsWith(`</${root}>`) ? undefined : "cutOff";
}

function jsonFaultOf(start: string): ProtocolFault | undefined {
  return start.startsWith("{") ? undefined : "notJson";
}
