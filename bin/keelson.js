#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../lib/cli/main.js', import.meta.url);
if (existsSync(main)) {
  try {
    await import(main.href);
  } catch (error) {
    // Only what stands in the way of starting at all ends here: a damaged installation.
    process.stderr.write(
      `error: keelson does not start [broken-installation]\n   fix       Run \`npm ci\`.\n${error.stack}\n`,
    );
    process.exitCode = 70;
  }
} else {
  process.stderr.write(
    'error: keelson is not built: lib/ is missing [not-built]\n   fix       Run `npm ci` (or `npm run build`) in its folder.\n',
  );
  process.exitCode = 2;
}
