/** A check of a text: what is wrong, in words, or undefined. Facts: k8s.io/apimachinery/pkg/util/validation. */
export type TextCheck = (value: string) => string | undefined;

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const labelWithUnderscore = '_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?';
const keyName = '[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?';

const labelPattern = new RegExp(`^${label}$`);
const subdomainPattern = new RegExp(`^${label}(?:\\.${label})*$`);
const underscoreSubdomainPattern = new RegExp(`^${labelWithUnderscore}(?:\\.${labelWithUnderscore})*$`);
const wildcardPattern = new RegExp(`^\\*\\.${label}(?:\\.${label})*$`);
const label1035Pattern = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const keyNamePattern = new RegExp(`^${keyName}$`);

const subdomainWords =
  "must be lower-case letters, digits, '-' or '.', with a letter or digit at both ends of each part";
const labelWords = "must be lower-case letters, digits or '-', with a letter or digit at both ends";
const keyWords = "must be letters, digits, '-', '_' or '.', with a letter or digit at both ends";

function shaped(value: string, pattern: RegExp, maximum: number, words: string): string | undefined {
  if (!pattern.test(value)) return words;
  return value.length > maximum ? `may have at most ${maximum} characters` : undefined;
}

export function dns1123Label(value: string): string | undefined {
  return shaped(value, labelPattern, 63, labelWords);
}

export function dns1123Subdomain(value: string): string | undefined {
  return shaped(value, subdomainPattern, 253, subdomainWords);
}

export function dns1123SubdomainWithUnderscore(value: string): string | undefined {
  return shaped(value, underscoreSubdomainPattern, 253, `${subdomainWords}; '_' may stand in a part, too`);
}

export function dns1035Label(value: string): string | undefined {
  return shaped(value, label1035Pattern, 63, `${labelWords}, and a letter first`);
}

export function wildcardDns1123Subdomain(value: string): string | undefined {
  return shaped(value, wildcardPattern, 253, `must be '*.' and a DNS name, which ${subdomainWords}`);
}

/** A label's key: an optional DNS name and '/', then a name of at most 63 characters. */
export function qualifiedName(value: string): string | undefined {
  const parts = value.split('/');
  if (parts.length > 2) return "may have one '/' only";
  if (parts.length === 2) {
    const wrong = dns1123Subdomain(parts[0] ?? '');
    if (wrong !== undefined) return `the part before '/' ${wrong}`;
  }
  return shaped(parts.at(-1) ?? '', keyNamePattern, 63, keyWords);
}

export function labelValue(value: string): string | undefined {
  return value === '' ? undefined : shaped(value, keyNamePattern, 63, keyWords);
}

export function cIdentifier(value: string): string | undefined {
  return shaped(value, /^[A-Za-z_][A-Za-z0-9_]*$/, Infinity, "must be letters, digits or '_', no digit first");
}

export function envVarName(value: string): string | undefined {
  return (
    shaped(
      value,
      /^[-._a-zA-Z][-._a-zA-Z0-9]*$/,
      Infinity,
      "must be letters, digits, '_', '-' or '.', no digit first",
    ) ?? noParentFolder(value)
  );
}

/** Since RelaxedEnvironmentVariableValidation: any printable ASCII but '='. */
export function relaxedEnvVarName(value: string): string | undefined {
  return shaped(value, /^[ -<>-~]+$/, Infinity, "must be printable ASCII characters other than '='");
}

export function configMapKey(value: string): string | undefined {
  return shaped(value, /^[-._a-zA-Z0-9]+$/, 253, "must be letters, digits, '-', '_' or '.'") ?? noParentFolder(value);
}

function noParentFolder(value: string): string | undefined {
  if (value === '.') return "may not be '.'";
  return value.startsWith('..') ? "may not start with '..'" : undefined;
}

export function httpHeaderName(value: string): string | undefined {
  return shaped(value, /^[-A-Za-z0-9]+$/, Infinity, "must be letters, digits or '-'");
}

export function portName(value: string): string | undefined {
  const wrong = shaped(value, /^[-a-z0-9]+$/, 15, "must be lower-case letters, digits or '-'");
  if (wrong !== undefined) return wrong;
  if (!/[a-z]/.test(value)) return 'must have a letter';
  return /^-|--|-$/.test(value) ? "may not start or end with '-', nor have two of them in a row" : undefined;
}

/** A name that may stand in a URL's path: `roles` and other kinds with free names. */
export function pathSegmentName(value: string): string | undefined {
  if (value === '.' || value === '..') return `may not be '${value}'`;
  return /[/%]/.test(value) ? "may not have '/' or '%'" : undefined;
}

/** A name that gets letters appended: a dash at its end is fine then. The name without it, for the checks of names. */
export function prefixOf(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

/** At least three parts, no '.' at the end. */
export function fullyQualifiedName(value: string): string | undefined {
  return dns1123Subdomain(value) ?? (value.split('.').length < 3 ? 'must have at least three parts' : undefined);
}

/** At least two parts, each a DNS label; a '.' may stand at the end. */
export function fullyQualifiedDomainName(value: string): string | undefined {
  const name = value.endsWith('.') ? value.slice(0, -1) : value;
  const parts = name.split('.');
  const wrong = dns1123Subdomain(name) ?? (parts.length < 2 ? 'must have at least two parts' : undefined);
  if (wrong !== undefined) return wrong;
  return parts.map((part) => dns1123Label(part)).find((one) => one !== undefined);
}

/** `acme.io/foo`, where all after the first '/' is a path. */
export function domainPrefixedPath(value: string): string | undefined {
  const slash = value.indexOf('/');
  if (slash <= 0 || slash === value.length - 1) return "must be a domain, '/' and a path";
  const wrong = dns1123Subdomain(value.slice(0, slash));
  if (wrong !== undefined) return `the part before '/' ${wrong}`;
  return shaped(
    value.slice(slash + 1),
    /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/,
    Infinity,
    "has characters that no URL's path has",
  );
}

/** `acme.io/foo`: a label's key with a domain. */
export function domainPrefixedKey(value: string): string | undefined {
  return qualifiedName(value) ?? (value.includes('/') ? undefined : "must be a domain, '/' and a name");
}

export function percent(value: string): string | undefined {
  return shaped(value, /^[0-9]+%$/, Infinity, "must be digits and '%'");
}

export function portNumber(value: number): string | undefined {
  return value >= 1 && value <= 65_535 ? undefined : 'must be between 1 and 65535';
}
