/** The files around the declarations: package, compiler, git, workflow, README. */
export function repositoryFiles(name: string, version: string): Readonly<Record<string, string>> {
  return {
    'package.json': `${JSON.stringify(packageJson(name, version), null, 2)}\n`,
    'tsconfig.json': `${JSON.stringify(tsconfig, null, 2)}\n`,
    '.gitignore': 'node_modules/\n.keelson/\n',
    '.gitattributes': gitattributes,
    '.github/workflows/pull-request.yml': workflow,
    'README.md': readme(name),
  };
}

function packageJson(name: string, version: string) {
  return {
    name,
    private: true,
    type: 'module',
    scripts: {
      synth: 'keelson synth',
      verify: 'keelson verify',
      validate: 'keelson validate',
      check: 'tsc && keelson synth --check && keelson verify && keelson validate',
    },
    dependencies: { keelson: `^${version}` },
    devDependencies: { typescript: '7.0.2' },
    engines: { node: '>=20.20' },
    keelson: { allowImports: [] },
  };
}

const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: [],
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  },
  include: ['platform', 'tenants', 'environments'],
};

const gitattributes = `* text=auto eol=lf
dist/** linguist-generated=true
# Both keep a line or a block per tenant or app, in an order that means nothing: what two branches add belongs side by side.
.github/CODEOWNERS linguist-generated=true merge=union
environments/*/images/*.yaml merge=union
`;

const workflow = `name: pull request

on:
  pull_request:
  merge_group:

concurrency:
  group: \${{ github.workflow }}-\${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

permissions: {}

jobs:
  # Make this check required: it proves that dist/ is what the declarations render.
  verify:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          # \`verify\` asks git which commit last wrote a file.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0
        with:
          node-version: '20.20'
          cache: npm
      - run: npm ci
      - run: npx tsc
      - run: npx keelson synth --check
      - run: npx keelson verify
      - run: npx keelson validate --format github
`;

function readme(name: string): string {
  return `# ${name}

The platform as code: TypeScript declarations in, Kubernetes manifests for Argo CD out, rendered and checked by
[keelson](https://www.npmjs.com/package/keelson).

    npm install
    npx keelson synth      # renders what changed to dist/
    npx keelson verify     # proves that dist/ equals its source
    npx keelson validate   # says what the API servers would refuse
    git add --all && git commit --message "Render the platform"

| folder | holds | owned by |
| --- | --- | --- |
| \`platform/\` | the components, the baseline of every tenant, the kinds of app, waivers and own rules (\`policy/\`) | the platform team |
| \`tenants/\` | a file per tenant, with its apps | the tenant's team |
| \`environments/\` | environments, their clusters, the image digests of apps | the platform team; images: the tenant's team |
| \`dist/\` | what Argo CD reads: a folder per environment, cluster, owner and unit. Never edited by hand | follows its source |

## First steps

1. In \`environments/hub/hub-1.ts\` give the URL of this repository: Argo CD reads \`dist/\` there, and \`.github/CODEOWNERS\` names
   the teams of its organisation.
2. \`npx keelson bootstrap hub-1\` prints the commands that take an empty cluster to one that Argo CD keeps in sync.
3. Pin the image of the app, so that nobody can change what runs without a commit:
   \`npx keelson image set demo/web ghcr.io/stefanprodan/podinfo@sha256:<digest> --env hub\`
4. Make the check \`verify\` of the workflow required, and let code owners review.

Here the hub takes tenants too, so that one cluster is enough to begin. With a second cluster, add an environment of tier \`dev\`
beside it and remove \`tenanted\` from the hub's.
`;
}
