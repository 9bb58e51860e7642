import { defineConfig } from 'vitest/config';

/**
 * Tests import the engine as `#src/...ts`: the compiler resolves that to `src/`, Node to the compiled `lib/`. So what is
 * tested is what ships, and a bundle of declarations that imports `keelson` gets the very same module instances.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/cluster/**'],
    server: { deps: { external: [/\/lib\//] } },
    reporters: ['default', './tools/closing-line.ts'],
    // One processor less is the default, and half the machine where there are two.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
