// Between the wallet's site and this one: what was blinded comes behind the # of the link and goes
// into the form; the signature goes back the same way. The ballot itself never is on this site.

/** Set on leaving for the wallet: only then is what comes back signed unasked. Not kept per tab,
 * since browsers forget that where pages of two sites may not share a window. */
const LEFT = 'onderstroom.left-for-wallet';

const form = document.querySelector<HTMLFormElement>('#fetch-ballot');
const signature = document.querySelector<HTMLElement>('output#signature');
if (signature) giveBack(signature.dataset);
else if (form) ask(form);

function ask(fetching: HTMLFormElement): void {
  document.querySelectorAll('a[href*="/wallet"]').forEach((link) =>
    link.addEventListener('click', () => localStorage.setItem(LEFT, location.pathname)),
  );
  const blinded = new URLSearchParams(location.hash.slice(1)).get('blinded');
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  const field = fetching.querySelector<HTMLInputElement>('[name=blinded]');
  if (!field || blinded === null || !/^[0-9A-Za-z_-]{300,700}$/.test(blinded)) return;
  field.value = blinded;
  const left = localStorage.getItem(LEFT) === location.pathname;
  localStorage.removeItem(LEFT);
  // Anybody can make a link with something of theirs behind the #: then the person decides.
  if (left) fetching.submit();
  else fetching.hidden = false;
}

/** In place of this page: going back must not ask again. */
function giveBack(given: DOMStringMap): void {
  const { return: wallet, round, signature: signed } = given;
  if (wallet && round && signed) location.replace(`${wallet}#round=${round}&signature=${signed}`);
}
