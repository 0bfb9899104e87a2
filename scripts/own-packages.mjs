// For esbuild: '@samstyr/*' goes inside the bundle; every other bare import stays a package.
import { join } from 'node:path';
import { root } from './install.mjs';

const packageOf = (path) =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages of many small modules are read faster as one file: those named go inside, with what they rest on. */
export const packagesInside = (named) => ({
  name: 'own-packages-inside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir }) => {
      if (kind === 'entry-point') return undefined;
      const own = /^@samstyr\/([^/]+)\/(.+)$/.exec(path);
      if (own) return { path: join(root, 'packages', own[1], 'src', `${own[2]}.ts`) };
      const isBelow = /[\\/]node_modules[\\/]/.test(resolveDir);
      return isBelow || named.includes(packageOf(path)) ? undefined : { path, external: true };
    });
  },
});

export const ownPackagesInside = packagesInside([]);
