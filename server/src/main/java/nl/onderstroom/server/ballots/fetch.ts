// Between the wallet's site and this one: what was blinded comes behind the # of the link and goes
// into the form; the signature goes back the same way. The ballot itself never is on this site.

/** Made on leaving for the wallet, which gives it back: only then is what comes back signed unasked.
 * Not kept per tab, since browsers forget that where pages of two sites may not share a window. */
const TICKET = 'onderstroom.ticket';

/** What else this visit is for, while the form is sent. */
const REST = 'onderstroom.rest';

const form = document.querySelector<HTMLFormElement>('#fetch-ballot');
const signature = document.querySelector<HTMLElement>('output#signature');
if (signature) giveBack(signature.dataset);
else if (form) ask(form);

function ask(fetching: HTMLFormElement): void {
  document
    .querySelectorAll<HTMLAnchorElement>('a[href*="/wallet"]')
    .forEach((link) => link.addEventListener('click', () => giveTicket(link)));
  const given = new URLSearchParams(location.hash.slice(1));
  const blinded = given.get('blinded');
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  const field = fetching.querySelector<HTMLInputElement>('[name=blinded]');
  if (!field || blinded === null || !/^[0-9A-Za-z_-]{300,700}$/.test(blinded)) return;
  field.value = blinded;
  for (const name of ['key', 'worry', 'worryKey']) {
    fetching.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = given.get(name) ?? '';
  }
  const ticket = localStorage.getItem(TICKET);
  localStorage.removeItem(TICKET);
  localStorage.setItem(REST, `${given.get('rest') ?? ''}|${given.get('had') ?? ''}`);
  // Anybody can make a link with something of theirs behind the #: then the person decides.
  if (ticket !== null && ticket === given.get('ticket')) fetching.submit();
  else fetching.hidden = false;
}

function giveTicket(link: HTMLAnchorElement): void {
  link.href = `${link.href.replace(/&ticket=.*/, '')}&ticket=${newTicket()}`;
}

function newTicket(): string {
  const ticket = crypto.getRandomValues(new Uint32Array(4)).join('-');
  localStorage.setItem(TICKET, ticket);
  return ticket;
}

/** In place of this page: going back must not ask again. */
function giveBack(given: DOMStringMap): void {
  const { return: wallet, round, signature: signed, worry } = given;
  if (!wallet || !round || !signed) return;
  const [rest = '', had = ''] = (localStorage.getItem(REST) ?? '').split('|');
  localStorage.removeItem(REST);
  const more = rest === '' ? {} : { rest, ticket: newTicket() };
  const behind = new URLSearchParams({ round, signature: signed, worry: worry ?? '', had, ...more });
  location.replace(`${wallet}#${behind}`);
}
