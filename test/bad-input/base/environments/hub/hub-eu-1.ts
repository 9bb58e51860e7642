import { defineCluster } from 'keelson';

export default defineCluster({
  name: 'hub-eu-1',
  environment: 'hub',
  hub: 'hub-eu-1',
  provider: { name: 'openstack', region: 'eu-1' },
  kubernetes: '1.34',
  delivery: { repository: 'https://github.com/meridian/platform-config.git' },
});
