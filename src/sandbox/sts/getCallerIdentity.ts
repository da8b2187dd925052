import { userArn } from "../accounts";
import type { Operation } from "../service";

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const getCallerIdentity: Operation = ({ account, region }) => ({
  Arn: userArn(account, region),
  UserId: account.accessKeyId.replace(/^AKIA/, "AIDA"),
  Account: account.accountId,
});
