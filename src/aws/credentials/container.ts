import { fromHttp } from "@aws-sdk/credential-providers";
import type { Environment } from "../../profiles/environment";
import type { Profile } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { Credentials } from "./credentials";

/**
 * What the endpoint of a container (ECS, EKS Pod Identity) gives. The SDK restricts it to loopback, the
 * container hosts' addresses and HTTPS.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
export async function containerCredentials(profile: Profile, environment: Environment): Promise<Credentials> {
  const {
    AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: relativeUri,
    AWS_CONTAINER_CREDENTIALS_FULL_URI: fullUri,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
  } = environment;
  if (!relativeUri && !fullUri) {
    throw credentialsError(
      `Profile ${profile.name} takes its credentials from a container, and there is none here`,
    );
  }
  try {
    const provider = fromHttp({
      timeout: 2_000,
      maxRetries: 1,
      // What is left out, the SDK takes from its own process's environment: so nothing is.
      awsContainerCredentialsRelativeUri: relativeUri ?? "",
      awsContainerCredentialsFullUri: relativeUri ? "" : (fullUri ?? ""),
      awsContainerAuthorizationToken: tokenFile ? "" : (token ?? ""),
      awsContainerAuthorizationTokenFile: tokenFile ?? "",
    });
    return await provider();
  } catch {
    // The SDK's text quotes the answer.
    throw credentialsError(`The container gave no credentials to profile ${profile.name}`);
  }
}
