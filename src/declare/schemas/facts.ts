import { z } from 'zod';
import { pattern, text } from './text.ts';

/** apimachinery `resource.Quantity`, not negative. */
export const Quantity = pattern(
  'a Kubernetes quantity, for example "500m", "2", "8Gi"',
  /^(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/,
);

/** Name of a resource in a ResourceQuota or LimitRange: `requests.cpu`, `count/jobs.batch`. */
export const ResourceName = pattern(
  'a resource name, for example requests.cpu or count/jobs.batch',
  /^[a-z0-9](?:[-a-zA-Z0-9./]{0,251}[a-zA-Z0-9])?$/,
);

export const Quantities = z.record(ResourceName, Quantity);

export const Email = pattern(
  'an e-mail address, for example team@meridian.example',
  /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/,
);

export const KubernetesVersion = pattern(
  'a Kubernetes minor version in quotes, for example "1.34"',
  /^1\.(?:0|[1-9]\d{0,2})$/,
);

/** A calendar day. */
export const Day = text('a day as YYYY-MM-DD', (value) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'not a day as YYYY-MM-DD';
  const time = Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)) - 1, Number(value.slice(8)));
  return new Date(time).toISOString().startsWith(value) ? undefined : 'no such day in the calendar';
});

export const Currency = pattern('a currency code of three capital letters, for example EUR', /^[A-Z]{3}$/);
export const SlackChannel = pattern('a Slack channel, for example #payments', /^#[a-z0-9][-_.a-z0-9]{0,78}$/);
export const Port = z.number().int().min(1).max(65_535).describe('a port from 1 to 65535');
/** A group or user as the identity provider names it. */
export const Subject = text('the name of a group or user, without spaces', (value) => {
  // `system:authenticated` is everybody, `system:serviceaccount:...` a pod of anybody.
  if (value.startsWith('system:')) return "names with `system:` are Kubernetes' own";
  return /^[^\s*]{1,253}$/.test(value) ? undefined : 'not the name of a group or user';
});
export const Team = pattern('the name of a team, without spaces', /^[^\s*]{1,63}$/);

/** A password before `@`; over HTTP a user alone is one too: that is how tokens are given. */
const credentials = /^(?:[a-z+]+:\/\/[^/@]*:[^/@]*@|https?:\/\/[^/@]*@)/;

/** A git repository. Globs are refused: an AppProject lists exact repositories. */
export const Repository = text('a git URL, for example https://github.com/meridian/payments.git', (value) => {
  if (value.includes('*')) return 'a repository is named exactly, without `*`';
  if (credentials.test(value)) return 'credentials do not belong into a declaration';
  return /^(?:(?:https|http|ssh|git|file):\/\/\S+|[\w.-]+@[\w.-]+:\S+)$/.test(value) ? undefined : 'not a git URL';
});

export const ServerUrl = text('the https:// URL of an API server', (value) => {
  if (credentials.test(value)) return 'credentials do not belong into a declaration';
  return /^https:\/\/[^\s/]+\S*$/.test(value) ? undefined : 'not an https:// URL';
});
