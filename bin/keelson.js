#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../lib/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write(
    'error: keelson is not built: lib/ is missing [not-built]\n   fix       Run `npm ci` (or `npm run build`) in its folder.\n',
  );
  process.exitCode = 2;
}
