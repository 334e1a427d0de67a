// What the wallet was asked to do. It comes behind the # of a link, which browsers never send, and
// is taken out of the address at once. Kept in this window only, so that a reload asks the same.

export interface Asked {
  readonly round: number;
  /** What comes after this one, in the same visit: rounds and cohorts, such as `8.5,9.5`. */
  readonly rest: string;
  /** What came before it: rounds, such as `6,7`. */
  readonly had: string;
  /** 0 when a signature came back, and none was said. */
  readonly cohort: number;
  /** base64url; empty when a ballot is still to be asked for. */
  readonly signature: string;
  /** Of the second envelope, likewise. */
  readonly worry: string;
  /** By which the other site knows that it sent somebody here itself. */
  readonly ticket: string;
}

const NAME = 'onderstroom.asked';

/**
 * @param main the only site that a ballot is ever fetched at
 * @returns null when nothing was asked, 'elsewhere' when another site sent somebody here
 */
export function takeAsked(main: string): Asked | null | 'elsewhere' {
  const fragment = new URLSearchParams(location.hash.slice(1));
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  const round = number(fragment.get('round'));
  if (round === 0) return again();
  const signature = fragment.get('signature') ?? '';
  const ticket = fragment.get('ticket') ?? '';
  const worry = fragment.get('worry') ?? '';
  const rest = listed(fragment.get('rest'), /^[0-9]+[.][0-9]+(,[0-9]+[.][0-9]+)*$/);
  const had = listed(fragment.get('had'), /^[0-9]+(,[0-9]+)*$/);
  const cohort = number(fragment.get('cohort'));
  const asked = { round, cohort, signature, worry, ticket, rest, had };
  if (signature === '' && fragment.get('back') !== main) return 'elsewhere';
  if (signature === '' ? asked.cohort === 0 : !/^[0-9A-Za-z_-]{300,700}$/.test(signature)) return null;
  remember(asked);
  return asked;
}

export function forgetAsked(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was kept either.
  }
}

function remember(asked: Asked): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(asked));
  } catch {
    // Then a reload shows the wallet without what was asked.
  }
}

function again(): Asked | null {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Asked | null;
  } catch {
    return null;
  }
}

/** The next of what was asked, once this one is done; null when it was the last. */
export function nextOf({ round, rest, had, ticket }: Asked): Asked | null {
  const [first, ...others] = rest.split(',');
  const [nextRound, cohort] = (first ?? '').split('.').map((each) => number(each));
  if (!nextRound || !cohort) return null;
  const asked = {
    round: nextRound,
    cohort,
    signature: '',
    worry: '',
    ticket,
    rest: others.join(','),
    had: had === '' ? String(round) : `${had},${round}`,
  };
  remember(asked);
  return asked;
}

function listed(text: string | null, form: RegExp): string {
  return text !== null && text.length < 400 && form.test(text) ? text : '';
}

function number(text: string | null): number {
  return text !== null && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : 0;
}
