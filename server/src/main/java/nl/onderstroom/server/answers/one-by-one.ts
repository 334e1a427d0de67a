// One question a screen. Without this script the same form shows all questions below each other.

const form = document.querySelector<HTMLFormElement>('#sheet');
const code = document.querySelector<HTMLInputElement>('#code');

if (form && code) {
  takeEntryFromLink(code);
  showOneByOne(form);
}

/** The entry stands behind the # of the link, so that no server ever saw it in an address. */
function takeEntryFromLink(field: HTMLInputElement): void {
  const entry = location.hash.slice(1);
  if (!/^[0-9a-z]{26}$/.test(entry)) return;
  field.value = entry;
  document.querySelector('#code-field')?.setAttribute('hidden', '');
  history.replaceState(null, '', location.pathname);
}

function showOneByOne(sheet: HTMLFormElement): void {
  const screens = [...sheet.querySelectorAll<HTMLFieldSetElement>('.question')];
  const progress = document.createElement('p');
  progress.className = 'progress';
  progress.setAttribute('role', 'status');
  sheet.prepend(progress);
  sheet.classList.add('one-by-one');
  screens.forEach((screen, at) => {
    screen.append(pager(at));
    limitTicks(screen);
  });
  const wrong = screens.findIndex((screen) => screen.querySelector('[aria-invalid]'));
  show(wrong < 0 ? 0 : wrong, false);

  function pager(at: number): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'pager';
    bar.append(turn(sheet.dataset['back'] ?? '', at - 1, 'quiet', at === 0));
    if (at < screens.length - 1) bar.append(turn(sheet.dataset['next'] ?? '', at + 1, '', false));
    return bar;
  }

  function turn(label: string, to: number, kind: string, hidden: boolean): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.className = kind;
    button.hidden = hidden;
    button.addEventListener('click', () => show(to, true));
    return button;
  }

  function show(at: number, move: boolean): void {
    screens.forEach((screen, index) => screen.classList.toggle('current', index === at));
    progress.textContent = (sheet.dataset['progress'] ?? '')
      .replace('[at]', String(at + 1))
      .replace('[of]', String(screens.length));
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
