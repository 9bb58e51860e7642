import { attempt, run, type Ran, type RunOptions } from './shell.ts';

export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly managedFields?: readonly {
      readonly manager: string;
      readonly operation: string;
      readonly time?: string;
      readonly subresource?: string;
    }[];
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** One cluster, through kubectl. */
export class Kube {
  readonly kubeconfig: string;
  readonly path: string;

  /** `tools`: a folder with a kubectl of the server's version, searched first. */
  constructor(kubeconfig: string, tools?: string) {
    this.kubeconfig = kubeconfig;
    this.path = tools === undefined ? (process.env['PATH'] ?? '') : `${tools}:${process.env['PATH'] ?? ''}`;
  }

  get env(): Readonly<Record<string, string>> {
    return { KUBECONFIG: this.kubeconfig, PATH: this.path };
  }

  kubectl(args: readonly string[], options: RunOptions = {}): Promise<string> {
    return run('kubectl', args, { ...options, env: { ...options.env, ...this.env } });
  }

  attempt(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    return attempt('kubectl', args, { ...options, env: { ...options.env, ...this.env } });
  }

  async get<Kind extends KubeObject = KubeObject>(args: readonly string[]): Promise<readonly Kind[]> {
    const text = await this.kubectl(['get', '--ignore-not-found', '--output', 'json', ...args]);
    if (text.trim() === '') return [];
    const answer = JSON.parse(text) as Kind & { readonly items?: readonly Kind[] };
    return answer.items ?? [answer];
  }

  async exists(args: readonly string[]): Promise<boolean> {
    return (await this.get(args)).length > 0;
  }
}
