// Prints the path of a Chromium from npm, for machines where nothing can be installed system-wide.
import { execFileSync } from 'node:child_process';

execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '@sparticuz/chromium@153.0.0'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { default: chromium } = await import('@sparticuz/chromium');
console.log(await chromium.executablePath());
