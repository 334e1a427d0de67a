// One question a screen; and what is filled in goes with the ballot that is on this device. Nothing
// is read of how long that took, or in what order.
import { useBallot } from './wallet-answer';
import { fillSheet, readSheet } from './wallet-sheet';
import type { Answers } from './wallet-send';
import { fillWorry, worryText } from './wallet-worry';

begin({}, '');

function begin(filled: Answers, written: string): void {
  const sheet = document.querySelector<HTMLFormElement>('#sheet');
  if (!sheet) return;
  if (Object.keys(filled).length > 0) fillSheet(sheet, filled);
  fillWorry(written);
  keepWhenTheLanguageChanges(sheet);
  showOneByOne(sheet);
  void useBallot(sheet);
}

/** The page comes again in the other language; what was filled in never leaves this script. */
function keepWhenTheLanguageChanges(sheet: HTMLFormElement): void {
  const link = document.querySelector<HTMLAnchorElement>('a.language, .language a');
  link?.addEventListener('click', (event) => {
    event.preventDefault();
    void again(link.href).then((page) => {
      const filled = readSheet(sheet);
      const written = worryText();
      history.replaceState(null, '', link.href);
      document.documentElement.lang = page.documentElement.lang;
      document.title = page.title;
      document.body.replaceWith(page.body);
      begin(filled, written);
    });
  });
}

async function again(address: string): Promise<Document> {
  const page = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  return new DOMParser().parseFromString(await page.text(), 'text/html');
}

function showOneByOne(sheet: HTMLFormElement): void {
  const screens = [...sheet.querySelectorAll<HTMLFieldSetElement>('.question')];
  const last = screens.length - 1;
  const progress = document.createElement('p');
  progress.className = 'progress';
  progress.setAttribute('role', 'status');
  sheet.prepend(progress);
  sheet.classList.add('one-by-one');
  let current = 0;
  screens.forEach((screen, at) => {
    screen.append(pager(at));
    limitTicks(screen);
  });
  show(0, false);
  sheet.addEventListener('submit', (event) => {
    // Enter in a field sends a form; before the last screen it means "go on".
    if (current === last) return;
    event.preventDefault();
    show(current + 1, true);
  });

  function pager(at: number): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'pager';
    if (at > 0) bar.append(turn(sheet.dataset['back'] ?? '', at - 1, 'quiet'));
    if (at < last) bar.append(turn(sheet.dataset['next'] ?? '', at + 1, ''));
    return bar;
  }

  function turn(label: string, to: number, kind: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.className = kind;
    button.addEventListener('click', () => show(to, true));
    return button;
  }

  function show(at: number, move: boolean): void {
    current = at;
    screens.forEach((screen, index) => screen.classList.toggle('current', index === at));
    progress.textContent =
      at === last
        ? ''
        : (sheet.dataset['progress'] ?? '')
            .replace('[at]', String(at + 1))
            .replace('[of]', String(last));
    if (!move) return;
    const legend = screens[at]?.querySelector('legend');
    legend?.setAttribute('tabindex', '-1');
    legend?.focus();
    scrollTo(0, 0);
  }
}

/** No more words than the question takes: the others wait until one is let go. */
function limitTicks(screen: HTMLFieldSetElement): void {
  const most = Number(screen.dataset['limit'] ?? '1');
  const ticks = [...screen.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const settle = () => {
    const full = ticks.filter((tick) => tick.checked).length >= most;
    ticks.forEach((tick) => (tick.disabled = full && !tick.checked));
  };
  ticks.forEach((tick) => tick.addEventListener('change', settle));
  settle();
}
