import type { Rule } from '../../rule.ts';
import { automountServiceAccountToken } from './automount-service-account-token.ts';
import { containerRuntimeSocket } from './container-runtime-socket.ts';
import { dangerousCapability } from './dangerous-capability.ts';
import { defaultServiceAccount } from './default-service-account.ts';
import { deprecatedServiceAccount } from './deprecated-service-account.ts';
import { dropNetRaw } from './drop-net-raw.ts';
import { duplicateEnv } from './duplicate-env.ts';
import { hostIpc } from './host-ipc.ts';
import { hostNetwork } from './host-network.ts';
import { hostPid } from './host-pid.ts';
import { imageDigestPinned } from './image-digest-pinned.ts';
import { imageNotLatest } from './image-not-latest.ts';
import { imagePullPolicy } from './image-pull-policy.ts';
import { imageRegistry } from './image-registry.ts';
import { interactiveTerminal } from './interactive-terminal.ts';
import { linuxHardening } from './linux-hardening.ts';
import { lowGroupId } from './low-group-id.ts';
import { lowUserId } from './low-user-id.ts';
import { mayRunAsRoot } from './may-run-as-root.ts';
import { mountPropagation } from './mount-propagation.ts';
import { privilegeEscalation } from './privilege-escalation.ts';
import { privilegedContainer } from './privileged-container.ts';
import { privilegedPort } from './privileged-port.ts';
import { readOnlyRootFilesystem } from './read-only-root-filesystem.ts';
import { rootGroup } from './root-group.ts';
import { rootUserConflict } from './root-user-conflict.ts';
import { sccPrivilegedContainer } from './scc-privileged-container.ts';
import { sensitiveHostPath } from './sensitive-host-path.ts';
import { sshPort } from './ssh-port.ts';
import { unconfinedProfile } from './unconfined-profile.ts';
import { unsafeSysctl } from './unsafe-sysctl.ts';
import { windowsHostProcessContainer } from './windows-host-process.ts';
import { writableHostMount } from './writable-host-mount.ts';

/** What pods may do to their node and to others, and what they run; the graver ones first. */
export const podHardeningRules: readonly Rule[] = [
  privilegedContainer,
  hostPid,
  hostIpc,
  hostNetwork,
  windowsHostProcessContainer,
  containerRuntimeSocket,
  sensitiveHostPath,
  dangerousCapability,
  privilegeEscalation,
  unconfinedProfile,
  unsafeSysctl,
  rootUserConflict,
  imageNotLatest,
  imageDigestPinned,
  imageRegistry,
  duplicateEnv,
  deprecatedServiceAccount,
  mayRunAsRoot,
  dropNetRaw,
  linuxHardening,
  readOnlyRootFilesystem,
  lowUserId,
  lowGroupId,
  rootGroup,
  automountServiceAccountToken,
  defaultServiceAccount,
  writableHostMount,
  mountPropagation,
  privilegedPort,
  sshPort,
  interactiveTerminal,
  imagePullPolicy,
  sccPrivilegedContainer,
];
