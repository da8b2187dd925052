import { serviceErrorOf } from "../failures/serviceError";

/**
 * "MultiFactorAuthentication failed with invalid MFA one time pass code." is AccessDenied like a policy's no, and
 * a code of the wrong form is a ValidationError. Both are worth another try with another code.
 */
export function isWrongCode(error: unknown): boolean {
  const answered = serviceErrorOf(error);
  return (
    answered !== undefined &&
    /^(?:AccessDenied|ValidationError)$/.test(answered.code) &&
    /one time pass ?code|MFA code|tokenCode/i.test(answered.text)
  );
}
