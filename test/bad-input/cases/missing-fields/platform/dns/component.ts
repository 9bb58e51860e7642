import { defineComponent } from 'keelson';

export default defineComponent({ name: 'dns', lifecycle: {} } as never);
