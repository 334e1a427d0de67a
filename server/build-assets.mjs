// Bundles every room's island (room/name.ts → room-name.js), the one stylesheet, the styles of
// rooms that have their own (room/name.css → room-name.css) and the fonts, cut to what we write.
import { build } from 'esbuild';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'sass';
import subsetFont from 'subset-font';

const out = process.argv[2];
const rooms = 'src/main/java/nl/onderstroom/server';

/** Letters, marks and accents of Dutch, English and the names of people who work here. */
const LETTERS =
  String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 0x20 + i)) +
  'ÀÁÂÄÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜàáâäæçèéêëìíîïñòóôöøùúûüÿœŒĳĲß' +
  '\u00a0‘’‚“”„–—…·•€£§©°×±−≥≤½¼¾→←«»¡¿';

/** @type {import('esbuild').Plugin} */
const fonts = {
  name: 'fonts',
  setup({ onLoad }) {
    onLoad({ filter: /\.woff2$/ }, async ({ path }) => ({
      contents: await subsetFont(readFileSync(path), LETTERS, {
        targetFormat: 'woff2',
        variationAxes: { wght: { min: 400, max: 600 } },
      }),
      loader: 'file',
    }));
  },
};

/** @type {import('esbuild').Plugin} */
const pico = {
  name: 'pico',
  setup({ onLoad }) {
    onLoad({ filter: /\.scss$/ }, ({ path }) => ({
      contents: compile(path, { loadPaths: ['node_modules'], quietDeps: true }).css.replace(/^\uFEFF/, ''),
      loader: 'css',
    }));
  },
};

const sources = readdirSync(rooms, { recursive: true }).sort();
const entries = sources.filter(
  (file) => file.endsWith('.ts') || (file.endsWith('.css') && !file.startsWith('shell/')),
);

await build({
  entryPoints: {
    ...Object.fromEntries(
      entries.map((file) => [file.replace(/\.\w+$/, '').replaceAll('/', '-'), join(rooms, file)]),
    ),
    style: join(rooms, 'shell/style.css'),
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  loader: { '.svg': 'dataurl' },
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
  plugins: [fonts, pico],
});
copyFileSync(join(rooms, 'shell/icon.svg'), join(out, 'icon.svg'));
