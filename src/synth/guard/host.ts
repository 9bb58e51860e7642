import { trapped, trappedObject, type AnyFunction, type Patch, type Trap } from './patch.ts';

const facts = 'Declare the fact in the environment, the cluster or the component: `build` sees it as `input`.';
const clock = 'Nothing that is rendered may depend on time. Leave it out.';
const random = 'Derive the value from a name that is declared.';
const later = 'Declarations and builds are synchronous: do it at once, or leave it out.';
const network = 'Put the data into a file beside the declaration and import it.';

/** What the process, its host and the network tell: globals only, modules are refused on import. */
export function hostPatches(trap: Trap): readonly Patch[] {
  return [
    { target: globalThis, key: 'process', value: guardedProcess(trap) },
    { target: globalThis, key: 'console', value: quietConsole() },
    ...objects(trap, clock, ['performance']),
    ...objects(trap, random, ['crypto']),
    ...objects(trap, facts, ['navigator']),
    ...functions(trap, later, ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']),
    ...functions(trap, network, ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel', 'MessageChannel', 'Worker']),
  ];
}

function objects(trap: Trap, instead: string, keys: readonly string[]): readonly Patch[] {
  return keys.flatMap((key) => {
    const real: unknown = Reflect.get(globalThis, key);
    if (typeof real !== 'object' || real === null) return [];
    return [{ target: globalThis, key, value: trappedObject(real, trap, key, instead, 'direct-use') }];
  });
}

function functions(trap: Trap, instead: string, keys: readonly string[]): readonly Patch[] {
  return keys.flatMap((key) => {
    const real: unknown = Reflect.get(globalThis, key);
    if (typeof real !== 'function') return [];
    return [{ target: globalThis, key, value: trapped(real as AnyFunction, trap, key, instead, 'direct-use') }];
  });
}

function guardedProcess(trap: Trap): NodeJS.Process {
  const real = process;
  const environment = guardedEnvironment(real.env, trap);
  const handler: ProxyHandler<NodeJS.Process> = {
    get: function get(target, key) {
      if (key === 'env') return environment;
      if (typeof key === 'string') trap(`process.${key}`, facts, get, 'direct-use');
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as AnyFunction).bind(target) : value;
    },
  };
  return new Proxy(real, handler);
}

/** Empty for constructs. The variables that cdk8s itself reads are pinned to "not set", whoever asks. */
function guardedEnvironment(real: NodeJS.ProcessEnv, trap: Trap): NodeJS.ProcessEnv {
  const pinned = /^CDK8S_/;
  const handler: ProxyHandler<NodeJS.ProcessEnv> = {
    get: function get(target, key) {
      if (typeof key !== 'string') return Reflect.get(target, key);
      if (pinned.test(key)) return undefined;
      trap(`process.env.${key}`, facts, get, 'any-use');
      return Reflect.get(target, key);
    },
    has: function has(target, key) {
      if (typeof key !== 'string' || pinned.test(key)) return false;
      trap(`process.env.${key}`, facts, has, 'any-use');
      return Reflect.has(target, key);
    },
    ownKeys: function ownKeys(target) {
      trap('process.env', facts, ownKeys, 'any-use');
      return Reflect.ownKeys(target);
    },
  };
  return new Proxy(real, handler);
}

/** stdout is the result of the command; what user code prints while it is evaluated goes to stderr. */
function quietConsole(): Console {
  const real = console;
  const toError = real.error.bind(real);
  const overrides = { log: toError, info: toError, debug: toError, dir: toError, table: toError };
  return Object.assign(Object.create(real) as Console, overrides);
}
