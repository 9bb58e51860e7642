import { expect, test } from 'vitest';
import { editImages } from '#src/scaffold/images-file.ts';

const digest = (digit: string): string => `ghcr.io/meridian/app@sha256:${digit.repeat(64)}`;
const base = { file: 'environments/dev/images/payments.yaml', tenant: 'payments', environment: 'dev' };
const apps = ['checkout', 'ledger', 'refunds'];

test('a new file has a place for every app of the tenant', () => {
  const { text, previous } = editImages({ ...base, apps, app: 'ledger', reference: digest('a') });
  expect(previous).toBeUndefined();
  expect(text)
    .toBe(`# Image digests of payments in dev. \`keelson image set\` writes them; each stands below the name of its app.

# checkout

# ledger
ledger: ${digest('a')}

# refunds
`);
});

test('a digest is replaced and everything else stays byte for byte', () => {
  const text = `# Ours.\ncheckout:   ${digest('a')}   # since Monday\n\n\nledger: "${digest('b')}"\n`;
  const edited = editImages({ ...base, apps, app: 'ledger', reference: digest('c'), text });
  expect(edited).toEqual({
    previous: digest('b'),
    text: `# Ours.\ncheckout:   ${digest('a')}   # since Monday\n\n\nledger: ${digest('c')}\n`,
  });
});

test('the same digest changes nothing', () => {
  const text = `checkout: ${digest('a')} # kept\n`;
  expect(editImages({ ...base, apps, app: 'checkout', reference: digest('a'), text }).text).toBe(text);
});

test.each([
  [
    'first',
    'accounts',
    `\n# accounts\naccounts: ${digest('c')}\n\n# checkout\ncheckout: ${digest('a')}\n\n# ledger\nledger: ${digest('b')}\n`,
  ],
  [
    'between',
    'fees',
    `\n# checkout\ncheckout: ${digest('a')}\n\n# fees\nfees: ${digest('c')}\n\n# ledger\nledger: ${digest('b')}\n`,
  ],
  [
    'last',
    'zoning',
    `\n# checkout\ncheckout: ${digest('a')}\n\n# ledger\nledger: ${digest('b')}\n\n# zoning\nzoning: ${digest('c')}\n`,
  ],
])('an app without a place gets one in the order of names: %s', (_title, app, text) => {
  const before = `\n# checkout\ncheckout: ${digest('a')}\n\n# ledger\nledger: ${digest('b')}\n`;
  expect(editImages({ ...base, apps, app, reference: digest('c'), text: before }).text).toBe(text);
});

test.each([
  [
    'no newline at the end',
    `checkout: ${digest('a')}`,
    `checkout: ${digest('a')}\n\n# ledger\nledger: ${digest('c')}\n`,
  ],
  ['a key without a value', 'ledger:\n', `ledger: ${digest('c')}\n`],
  ['flow style', `{checkout: ${digest('a')}} # short\n`, `checkout: ${digest('a')}\n`],
])('%s', (_title, text, expected) => {
  expect(editImages({ ...base, apps, app: 'ledger', reference: digest('c'), text }).text).toContain(expected);
});

test('an app whose name YAML 1.1 takes for a boolean is quoted', () => {
  expect(editImages({ ...base, apps: ['on'], app: 'on', reference: digest('c') }).text).toContain(
    `\n"on": ${digest('c')}\n`,
  );
});

test.each([
  ['broken YAML', `checkout: ${digest('a')}\n<<<<<<< ours\n`, 2],
  ['a list', '- checkout\n', 1],
  ['the same app twice', `checkout: ${digest('a')}\ncheckout: ${digest('b')}\n`, 2],
])('a file that cannot be edited is an error with its place: %s', (_title, text, line) => {
  expect(() => editImages({ ...base, apps, app: 'ledger', reference: digest('c'), text })).toThrowError(
    expect.objectContaining({ code: 'invalid-images-file', location: expect.objectContaining({ line }) }) as Error,
  );
});
