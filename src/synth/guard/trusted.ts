import { fileURLToPath } from 'node:url';

/** Folder of the compiled engine, as path and as URL prefix: V8 prints ESM files as URLs. */
const engineUrl = new URL('../../', import.meta.url).href;
const enginePath = fileURLToPath(engineUrl);

/** The construct libraries and what the engine itself imports. Their own use of a clock or of chance reaches no output. */
const library =
  /[/\\]node_modules[/\\](?:cdk8s|cdk8s-plus-28|constructs|zod|yaml|follow-redirects|fast-json-patch|@jridgewell[/\\][a-z-]+)[/\\]/;

export function isOfEngine(file: string): boolean {
  return file.startsWith(engineUrl) || file.startsWith(enginePath) || library.test(file);
}

/** Node itself, for example its module loader. */
export function isOfRuntime(file: string): boolean {
  return file.startsWith('node:');
}
