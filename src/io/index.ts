export { connectCluster } from './cluster.ts';
export { systemClock } from './clock.ts';
export { nodeFiles } from './files.ts';
export { nodeGit } from './git.ts';
export { nodeProcesses } from './processes.ts';
export { findRepositoryRoot } from './repository-root.ts';
