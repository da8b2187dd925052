import { isUtf8 } from "node:buffer";
import { idForm } from "../../core/failures/forms";
import type { Answer, AnswerFormat } from "./answer";
import { ProtocolError, type ProtocolFault } from "./protocolError";
import { refusalOf } from "./refusalOf";
import { xmlRoot } from "./xmlRoot";

/** How much of a body's beginning is looked at. Nothing of AWS's stands before the root that is longer. */
const beginning = 1024;

/**
 * Refuses what is not the API's answer to this operation before the SDK parses it. The SDK takes an HTML page,
 * an empty body and whatever is XML with status 200 for success, reads a cut-off list as a shorter one, and lets a
 * DOCTYPE's nested entities give a group without a name.
 */
export function checkAnswer(
  answer: Answer,
  format: AnswerFormat,
  action: string | undefined,
  isDeletion = false,
): void {
  // What was deleted is told by no body; that it was the service which says so, by its request id.
  if (isDeletion && answer.status === 200 && answer.body.length === 0 && answer.headers["x-amzn-requestid"]) {
    return;
  }
  const fault = faultOf(answer, format, action);
  if (fault) {
    const requestId = answer.headers["x-amzn-requestid"];
    throw new ProtocolError(
      fault,
      answer.status,
      requestId !== undefined && idForm.test(requestId) ? requestId : undefined,
    );
  }
}

function faultOf(
  answer: Answer,
  format: AnswerFormat,
  action: string | undefined,
): ProtocolFault | undefined {
  const { status, headers, body } = answer;
  if (status === 407) {
    return "proxyAuthentication";
  }
  if (status >= 300 && status < 400) {
    return "redirect";
  }
  const start = body
    .toString("utf8", 0, beginning)
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
  // What is no text would be made one, with other names in it.
  if (!isUtf8(body)) {
    return format === "xml" ? "notXml" : "notJson";
  }
  return format === "xml" ? xmlFaultOf(start, answer, action) : jsonFaultOf(start);
}

function xmlFaultOf(start: string, answer: Answer, action: string | undefined): ProtocolFault | undefined {
  const { status, body } = answer;
  if (body.includes("<!DOCTYPE") || /<!doctype/i.test(start)) {
    return "doctype";
  }
  const root = xmlRoot(start);
  if (root === undefined) {
    return "notXml";
  }
  const end = body.toString("utf8", Math.max(body.length - beginning, 0)).trimEnd();
  if (root.isEmpty ? !end.endsWith("/>") : !end.endsWith(`</${root.name}>`)) {
    return "cutOff";
  }
  // An error with status 200 is no error of the API's, and one without a code no refusal.
  const isOwn =
    status < 300
      ? root.name === `${action}Response` && !/^Errors?$/.test(firstWithin(start, root.name))
      : refusalOf(answer, "xml") !== undefined;
  if (!isOwn && action !== undefined) {
    return "anotherAnswer";
  }
  return status < 300 && action !== undefined && withoutResult.has(action) && !hasRequestId(start)
    ? "withoutResult"
    : undefined;
}

/**
 * Operations that answer nothing but that they were asked: by their id of the request, which AWS gives in each answer,
 * they say that they were carried out. What the others answer is in their result.
 */
const withoutResult: ReadonlySet<string> = new Set(["DeleteCacheSecurityGroup"]);

function hasRequestId(start: string): boolean {
  return /<ResponseMetadata>\s*<RequestId>\s*[\w-]/.test(start);
}

/** The name of the first element within the root: an operation's own answer may be the wrapping of an error. */
function firstWithin(start: string, rootName: string): string {
  const tag = start.indexOf(`<${rootName}`);
  return xmlRoot(start.slice(start.indexOf(">", tag) + 1))?.name ?? "";
}

function jsonFaultOf(start: string): ProtocolFault | undefined {
  return start.startsWith("{") ? undefined : "notJson";
}
