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
  const fault = isDeletion && answer.status < 300 ? deletionFaultOf(answer) : faultOf(answer, format, action);
  if (fault) {
    const requestId = answer.headers["x-amzn-requestid"];
    throw new ProtocolError(
      fault,
      answer.status,
      requestId !== undefined && idForm.test(requestId) ? requestId : undefined,
    );
  }
}

/** What was deleted is told by no body; that it was the service which says so, by its request id. */
function deletionFaultOf(answer: Answer): ProtocolFault | undefined {
  const isSaid = /^(?:\{\s*\})?$/.test(answer.body.toString("utf8", 0, beginning).trim());
  if (answer.status === 200 && isSaid && answer.headers["x-amzn-requestid"]) {
    return undefined;
  }
  return faultOf(answer, "json", undefined) ?? "anotherAnswer";
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
  return format === "xml" ? xmlFaultOf(start, answer, action) : jsonFaultOf(start, answer);
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
  const proof = status < 300 && action !== undefined ? proofs.get(action) : undefined;
  return proof && !proof.test(start) ? "withoutResult" : undefined;
}

const isTrue = /<return>\s*true\s*<\/return>/;

/**
 * What proves that it was carried out, of operations of whose answer the SDK gives nothing: the id of the request, or a
 * word that it is so. What proves it of the others is in their result.
 */
const proofs: ReadonlyMap<string, RegExp> = new Map([
  ["DeleteCacheSecurityGroup", /<ResponseMetadata>\s*<RequestId>\s*[\w-]/],
  ["CreateTags", isTrue],
  ["DeleteTags", isTrue],
]);

/** The name of the first element within the root: an operation's own answer may be the wrapping of an error. */
function firstWithin(start: string, rootName: string): string {
  const tag = start.indexOf(`<${rootName}`);
  return xmlRoot(start.slice(start.indexOf(">", tag) + 1))?.name ?? "";
}

function jsonFaultOf(start: string, answer: Answer): ProtocolFault | undefined {
  if (!start.startsWith("{")) {
    return "notJson";
  }
  const { status, body } = answer;
  if (
    !body
      .toString("utf8", Math.max(body.length - beginning, 0))
      .trimEnd()
      .endsWith("}")
  ) {
    return "cutOff";
  }
  // A gateway's JSON names no error of the API's, and says nothing of what became of the request.
  return status >= 300 && !refusalOf(answer, "json") ? "anotherAnswer" : undefined;
}
