// Bundles every room's island (room/name.ts → room-name.js) and the one stylesheet.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const out = process.argv[2];
const rooms = 'src/main/java/nl/onderstroom/server';

const islands = Object.fromEntries(
  readdirSync(rooms, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => [file.replace(/\.ts$/, '').replaceAll('/', '-'), join(rooms, file)]),
);

await build({
  entryPoints: { ...islands, style: join(rooms, 'shell/style.css') },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  loader: { '.woff2': 'file', '.svg': 'dataurl' },
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
});
