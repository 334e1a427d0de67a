// The recovery code on the screen and on paper: words, and a picture of them to scan.
import { encode } from 'uqr';
import { element } from './wallet-states';

const SVG = 'http://www.w3.org/2000/svg';
/** Modules of white around a code; scanners need them. */
const QUIET = 4;

export function showCode(code: string): void {
  const list = element('#code-words');
  list.replaceChildren(
    ...code.split(' ').map((word) => {
      const item = document.createElement('li');
      item.textContent = word;
      return item;
    }),
  );
  const picture = element('#code-picture');
  picture.replaceChildren(drawn(code, picture.dataset['label'] ?? ''));
}

/** Once it is written down, it is nowhere on the page. */
export function hideCode(): void {
  element('#code-words').replaceChildren();
  element('#code-picture').replaceChildren();
}

function drawn(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const dark = data
    .flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const drawing = part('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label });
  drawing.append(
    part('rect', { width: String(size), height: String(size), fill: '#fff' }),
    part('path', { d: dark, fill: '#000' }),
  );
  return drawing;
}

function part(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}
