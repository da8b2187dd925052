/** In which way an answer is not the API's. */
export type ProtocolFault =
  | "webPage"
  | "empty"
  | "notXml"
  | "notJson"
  | "anotherAnswer"
  | "cutOff"
  | "doctype"
  | "tooLarge"
  | "redirect"
  | "proxyAuthentication"
  | "serverFailed"
  | "withoutResult"
  | "refusedInside"
  | "withoutName"
  | "repeatedMarker"
  | "tooManyPages";

/** An answer that must not be taken for success, whatever its status. */
export class ProtocolError extends Error {
  readonly fault: ProtocolFault;
  /** Where the SDK looks for the status: it tries again after 500, 502, 503 and 504. */
  readonly $metadata: { readonly httpStatusCode?: number; readonly requestId?: string };

  constructor(fault: ProtocolFault, status?: number, requestId?: string) {
    super(`Not the API's answer: ${fault}`);
    this.name = "ProtocolError";
    this.fault = fault;
    this.$metadata = {
      ...(status === undefined ? {} : { httpStatusCode: status }),
      ...(requestId === undefined ? {} : { requestId }),
    };
  }
}
