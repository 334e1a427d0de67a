// The page has a section for each state it can be in, with all its words; one shows at a time.

export type State =
  | 'choose' | 'code' | 'enter' | 'fetch' | 'done' | 'list' | 'check' | 'remove' | 'stop';

export function element<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector} on this page`);
  return found;
}

/** Shows one section. When it follows a press, its heading gets the focus. */
export function show(state: State, moved = true): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-state]')) {
    section.hidden = section.dataset['state'] !== state;
  }
  if (!moved) return;
  const heading = element(`[data-state="${state}"] h2`);
  heading.tabIndex = -1;
  heading.focus();
  scrollTo(0, 0);
}

/** Of the things that may be said in a place, says these and hides the others. */
export function say(place: ParentNode, ...said: string[]): void {
  for (const each of place.querySelectorAll<HTMLElement>('[data-say]')) {
    each.hidden = !said.includes(each.dataset['say'] ?? '');
  }
}

/** Puts what is known in the places for it. */
export function fill(place: ParentNode, known: Record<string, string>): void {
  for (const [name, text] of Object.entries(known)) {
    for (const each of place.querySelectorAll<HTMLElement>(`[data-fill="${name}"]`)) {
      each.textContent = text;
    }
  }
}

export function onPress(selector: string, action: () => unknown): void {
  element(selector).addEventListener('click', () => void action());
}

/** A path on this site in the language of this page: nothing here remembers it. */
export function inLanguage(path: string): string {
  const language = new URLSearchParams(location.search).get('language');
  return language ? `${path}?language=${encodeURIComponent(language)}` : path;
}
