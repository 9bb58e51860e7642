/** What a text gives away. */
export interface Credential {
  /** With its article: `a private key`. */
  readonly kind: string;
  /** A password in an address is often one of a try-out; the others work. */
  readonly grave: boolean;
}

interface Form {
  readonly kind: string;
  readonly pattern: RegExp;
}

/**
 * As their issuers publish them for secret scanning. Each starts with something that no other text has; what repeats before something else
 * is bounded, so that no text makes the search slow.
 */
const forms: readonly Form[] = [
  { kind: 'a private key', pattern: /-----BEGIN\s{1,4}(?:[\w ]{1,40} )?PRIVATE KEY(?: BLOCK)?-----/i },
  { kind: 'a private key of age', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/ },
  { kind: 'an access key of AWS', pattern: /\bA(?:KIA|SIA)[A-Z2-7]{16}\b(?<!EXAMPLE)/ },
  { kind: 'an API key of Google', pattern: /\bAIza[\w-]{35}(?![\w-])/ },
  { kind: 'a storage key of Azure', pattern: /\bAccountKey=[A-Za-z0-9+/]{60,}/ },
  { kind: 'a token of GitHub', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/ },
  { kind: 'a token of GitLab', pattern: /\bgl(?:pat|dt|rt|ptt)-[\w-]{20,}/ },
  { kind: 'a token of Slack', pattern: /\bx(?:ox[abeoprs]|app)-[\w-]{10,}/ },
  {
    kind: 'the address of a Slack webhook',
    pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z]\w{6,}\/\w{6,}\/\w{8,}/,
  },
  { kind: 'the address of a Discord webhook', pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{10,}\/[\w-]{30,}/ },
  { kind: 'the address of a Teams webhook', pattern: /\bwebhook\.office\.com\/webhookb2\/[0-9a-f-]{36}/ },
  { kind: 'a live key of Stripe', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { kind: 'a key of SendGrid', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/ },
  { kind: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { kind: 'a token of PyPI', pattern: /\bpypi-AgE[\w-]{50,}/ },
  { kind: 'an API key of a language model', pattern: /\bsk-(?:ant-|proj-)[\w-]{32,}/ },
  { kind: 'a token of Vault', pattern: /\bhv[sb]\.[\w-]{24,}/ },
  { kind: 'a token of a Telegram bot', pattern: /\b\d{8,10}:AA[\w-]{33}\b/ },
  { kind: 'a signed token (JWT)', pattern: /\beyJ[\w-]{10,400}\.eyJ[\w-]{10,4000}\.[\w-]{20}/ },
];

/** Any of them, or an address with a password: one look decides for nearly all texts. */
const hint =
  /PRIVATE KEY|LS0tLS1CRUdJTi|AGE-SECRET|A(?:KIA|SIA|Iza)|AccountKey=|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt)-|xox|xapp-|hooks\.slack|\/webhooks\/|webhookb2|k_live_|SG\.|npm_|pypi-|sk-(?:ant|proj)-|hv[sb]\.|:AA|eyJ|:\/\/[^\s/:@]{0,100}:[^\s/@]{1,200}@/i;

const shortest = 16;
const withPassword = /[a-z0-9]:\/\/[^\s/:@]{0,100}:([^\s/@]{1,200})@/i;

/** The first credential in a text that can be told by its form. */
export function credentialIn(text: string): Credential | undefined {
  if (text.length < shortest || !hint.test(text)) return undefined;
  for (const { kind, pattern } of forms) if (pattern.test(text)) return { kind, grave: true };
  if (text.startsWith('LS0tLS1CRUdJTi')) {
    const head = Buffer.from(text.slice(0, 96), 'base64').toString('latin1');
    if (/PRIVATE KEY/.test(head)) return { kind: 'a private key in base64', grave: true };
  }
  const password = withPassword.exec(text)?.[1];
  if (password === undefined || isPlaceholder(password)) return undefined;
  return { kind: 'an address with a password', grave: false };
}

/** What somebody, or something, puts the value in place of: `$(PASSWORD)`, `${PASSWORD}`, `<password>`, `{{ .password }}`, `%s`, stars. */
export function isPlaceholder(value: string): boolean {
  return /^(?:\$.*|<.*>|\{\{.*|\[.*\]|%.*%?|[*x.]+|REDACTED|PLACEHOLDER|pass(?:word)?)$/is.test(value.trim());
}
