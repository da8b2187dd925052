import { type Account, accounts } from "./accounts";
import { ApiError } from "./apiError";
import { inWordsOf, isJsonService } from "./dialects";
import { isErrorCode } from "./errors";
import { readSignature, timeOf, timestampOf } from "./signature";
import { isSignedWith, type Signature, type SignedRequest } from "./sigv4";

/** Who asks, and for which region: both are in the signature, neither is anywhere else. */
export interface Caller {
  readonly account: Account;
  readonly region: string;
}

/** How long a signature is good for, before and after the time it names: AWS's 15 minutes. */
const tolerance = 15 * 60_000;

/**
 * Finds out who signed the request, or throws what AWS answers.
 *
 * @param service the name the credential must be scoped to (`elasticache`)
 * @param times milliseconds since 1970, any of which the signature may be of: the sandbox's calendar can be moved, and
 * some clients follow what answers say while others sign with this machine's time
 */
export function authenticate(request: SignedRequest, service: string, times: readonly number[]): Caller {
  try {
    const claim = readSignature(request);
    const account = accounts.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
    // Nobody here has temporary keys, so a session token belongs to somebody else.
    if (account === undefined || request.headers.has("x-amz-security-token")) {
      throw new ApiError("InvalidClientTokenId");
    }
    if (claim.service !== service) {
      throw new ApiError(
        "SignatureDoesNotMatch",
        `Credential should be scoped to correct service: '${service}'.`,
      );
    }
    checkTime(claim, times);
    if (!isSignedWith(account.secretAccessKey, request, claim)) {
      throw new ApiError("SignatureDoesNotMatch");
    }
    return { account, region: claim.region };
  } catch (error) {
    throw service === "ec2" ? inWordsOfEc2(error) : isJsonService(service) ? inWordsOfJson(error) : error;
  }
}

function checkTime(claim: Signature, [now = 0, ...others]: readonly number[]): void {
  if (!others.some((time) => timeProblem(claim, time) === undefined)) {
    const problem = timeProblem(claim, now);
    if (problem) {
      throw problem;
    }
  }
}

function timeProblem({ timestamp, expires }: Signature, now: number): SkewedClock | undefined {
  const signed = timeOf(timestamp);
  const lifetime = expires === undefined ? tolerance : expires * 1000;
  const expired = "Signature expired: ";
  if (Number.isNaN(signed) || now - signed > lifetime) {
    return new SkewedClock(
      `${expired}${timestamp} is now earlier than ${timestampOf(now - lifetime)} (${timestampOf(now)} - ${lifetime / 60_000} min.)`,
    );
  }
  if (signed - now > tolerance) {
    return new SkewedClock(
      `Signature not yet current: ${timestamp} is still later than ${timestampOf(now + tolerance)} (${timestampOf(now)} + 15 min.)`,
    );
  }
  return undefined;
}

/** A signature that was made too long ago, or in the future. EC2 has another code for it. */
class SkewedClock extends ApiError {
  constructor(message: string) {
    super("SignatureDoesNotMatch", message);
  }
}

function inWordsOfJson(error: unknown): unknown {
  if (!(error instanceof ApiError)) {
    return error;
  }
  const code = inWordsOf("scheduler", error.code);
  return isErrorCode(code) ? new ApiError(code, error.message) : error;
}

function inWordsOfEc2(error: unknown): unknown {
  if (error instanceof SkewedClock) {
    return new ApiError("RequestExpired");
  }
  if (!(error instanceof ApiError)) {
    return error;
  }
  return error.code === "InvalidClientTokenId" || error.code === "SignatureDoesNotMatch"
    ? new ApiError("AuthFailure")
    : error;
}
