/** Services by their identifier in the names of environment variables and `services` sections. */
export type ServiceId = "elasticache" | "ec2" | "scheduler" | "ssm" | "sts" | "sso" | "sso_oidc" | "signin";
