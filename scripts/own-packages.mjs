// For esbuild: '@samstyr/*' goes inside the bundle; every other bare import stays a package.
import { join } from 'node:path';
import { root } from './install.mjs';

export const ownPackagesInside = {
  name: 'own-packages-inside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      const own = /^@samstyr\/([^/]+)\/(.+)$/.exec(path);
      if (own) return { path: join(root, 'packages', own[1], 'src', `${own[2]}.ts`) };
      return { path, external: true };
    });
  },
};
