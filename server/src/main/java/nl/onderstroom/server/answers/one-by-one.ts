// One question a screen. Without this script the same form shows all questions below each other.

begin(new URLSearchParams(entryInLink()));

function begin(filled: URLSearchParams): void {
  const sheet = document.querySelector<HTMLFormElement>('#sheet');
  if (!sheet) return;
  fill(sheet, filled);
  keepWhenTheLanguageChanges(sheet);
  showOneByOne(sheet);
}

/** What stands behind the # of the link no server ever sees; it is taken out of the address. */
function entryInLink(): string {
  const entry = location.hash.slice(1);
  if (!/^[0-9a-z]{26}$/.test(entry)) return '';
  history.replaceState(null, '', location.pathname);
  return `code=${entry}`;
}

function fill(sheet: HTMLFormElement, filled: URLSearchParams): void {
  for (const [name, value] of filled) {
    for (const input of sheet.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (name === 'code') input.value = value;
      else if (input.value === value) input.checked = true;
    }
  }
  if (/^[0-9a-z]{26}$/.test(filled.get('code') ?? '')) {
    document.querySelector('#code-field')?.setAttribute('hidden', '');
  }
}

/** The page comes again in the other language; what was filled in never leaves this script. */
function keepWhenTheLanguageChanges(sheet: HTMLFormElement): void {
  const language = document.querySelector<HTMLFormElement>('form[action="/language"]');
  language?.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = new FormData(language, event.submitter);
    void again(language.action, asked).then((page) => {
      const filled = new FormData(sheet) as unknown as Record<string, string>;
      document.documentElement.lang = page.documentElement.lang;
      document.title = page.title;
      document.body.replaceWith(page.body);
      begin(new URLSearchParams(filled));
    });
  });
}

async function again(action: string, asked: FormData): Promise<Document> {
  await fetch(action, {
    method: 'POST',
    body: new URLSearchParams(asked as unknown as Record<string, string>),
    redirect: 'manual',
  });
  const page = await fetch(location.pathname);
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
  show(Math.max(0, screens.findIndex(isWrong)), false);
  sheet.addEventListener('submit', (event) => {
    // Enter in a field sends a form; before the last screen it means "go on".
    if (current === last) return;
    event.preventDefault();
    show(current + 1, true);
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.mend a')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(screens.findIndex((screen) => `#${screen.id}` === link.hash), true);
    });
  }

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

function isWrong(screen: Element): boolean {
  return screen.matches('[aria-invalid]') || screen.querySelector('[aria-invalid]') !== null;
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
