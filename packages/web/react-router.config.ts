import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src',
  buildDirectory: process.env['SAMSTYR_WEB_OUT'] ?? '../../.cache/web-dev',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
