/** Names of environment variables and of keys that kube-linter and Polaris take for secrets, whatever the value is. */
const names = [
  /^AWS_SECRET_ACCESS_KEY$/i,
  /^GOOGLE_APPLICATION_CREDENTIALS$/i,
  /^AZURE_.+KEY$/i,
  /^OCI_CLI_KEY_CONTENT$/i,
  /password|token|bearer|secret/i,
];

export function soundsSecret(name: string): boolean {
  return names.some((pattern) => pattern.test(name));
}
