import { codeForm, idForm } from "../../core/failures/forms";
import type { Answer, AnswerFormat } from "./answer";
import type { AttemptEnd } from "./attempts";

/** How much of an answer is looked through for its code. */
const enough = 4096;

/** A service's own error: its code, as far as it has the form of one. What names none is not the service's. */
export function refusalOf(
  answer: Answer,
  format: AnswerFormat,
): (AttemptEnd & { readonly answered: true }) | undefined {
  const { status, headers } = answer;
  const code = status < 400 ? undefined : format === "xml" ? xmlCode(answer) : jsonCode(answer);
  const requestId = headers["x-amzn-requestid"];
  return code === undefined || !codeForm.test(code)
    ? undefined
    : {
        answered: true,
        code,
        status,
        ...(requestId !== undefined && idForm.test(requestId) ? { requestId } : {}),
      };
}

function xmlCode({ body }: Answer): string | undefined {
  return /<Code>([^<]{1,128})<\/Code>/.exec(body.toString("utf8", 0, enough))?.[1]?.trim();
}

/** `x-amzn-errortype: AccessDeniedException:http://…`, or a field of the body: `com.amazonaws.x#AccessDeniedException`. */
function jsonCode({ headers, body }: Answer): string | undefined {
  const text = body.toString("utf8", 0, enough);
  const named =
    headers["x-amzn-errortype"] ?? /"(?:__type|code|error)"\s{0,8}:\s{0,8}"([^"]{1,256})"/.exec(text)?.[1];
  return named?.split("#").at(-1)?.split(":")[0];
}
