import { defineRule } from '../../rule.ts';
import { hostVolumesOf } from './host-mount.ts';

/** Sockets by which somebody starts containers, and privileged ones, too. */
const sockets = /\/(?:docker|containerd|crio|cri-dockerd|dockershim|podman|buildkitd)\.sock$/;

/** Directories that hold them. */
const directories = new Set([
  '/run',
  '/var/run',
  '/run/containerd',
  '/run/crio',
  '/run/docker',
  '/run/podman',
  '/run/k3s/containerd',
]);

export const containerRuntimeSocket = defineRule({
  id: 'container-runtime-socket',
  set: 'recommended',
  title: 'No pod mounts the socket of the container runtime.',
  fix: 'Remove the volume: build images with a tool that needs no daemon, and read metrics and logs from the kubelet.',
  severity: 'error',
  aliases: ['kube-linter/docker-sock', 'polaris/hostPathSet', 'checkov/CKV_K8S_27', 'monokle/KBP101'],
  restates: ['pss-host-path-volumes', 'pss-restricted-volumes'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { name, path, pointer, mounts } of hostVolumesOf(pod)) {
      const isSocket = sockets.test(path);
      const run = path.replace(/^\/var(?=\/run(?:\/|$))/, '');
      if (!isSocket && !directories.has(run)) continue;
      const user = mounts[0];
      if (user === undefined && !isSocket) continue;
      const who = user === undefined ? `volume "${name}"` : `container "${user.container}"`;
      report({
        messageId: isSocket ? 'socket' : 'directory',
        message: `${who} gets ${path}${isSocket ? '' : ', where the socket of the container runtime lies'}: who has the socket has the node`,
        pointer: `${pointer}/path`,
        seen: path,
      });
    }
  },
});
