// On the page with the questions: finds the ballot of the round, sends what was filled in, and says
// what became of it. What was filled in stays on the page until it has been counted.
import { type Answers, type Reply, send } from './wallet-send';
import { fillSheet, isSame, readSheet } from './wallet-sheet';
import { element, inLanguage, say } from './wallet-states';
import { type Kept, Store } from './wallet-store';
import { fillWorry, lookForWorry, sendWorry, showWorry, storedWorry, withdrawWorry } from './wallet-worry';

/** The ballot of this page's round; stays here when a shared device is wiped. */
let ballot: Kept | null = null;
/** The highest counter known of. */
let counter = 0;

/** Called again when the page comes in another language. */
export async function useBallot(sheet: HTMLFormElement): Promise<void> {
  const place = element('#wallet');
  const round = Number(place.dataset['round']);
  sheet.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) {
      event.preventDefault();
      void answer(sheet);
    }
  });
  listen(sheet);
  element<HTMLAnchorElement>('#to-wallet').href = inLanguage('/wallet');
  busy(sheet, false);
  if (ballot) return showWorry();
  const kept = Store.open()?.find(round);
  ballot = kept && kept.signature !== '' ? kept : null;
  if (!ballot) return tell(place, 'none');
  counter = ballot.counter;
  Store.onRemoved(() => {
    sheet.reset();
    location.reload();
  });
  await look(sheet, place);
  await lookForWorry(ballot);
}

function listen(sheet: HTMLFormElement): void {
  const on = (name: string, action: () => unknown) =>
    element(`[data-do="${name}"]`).addEventListener('click', () => void action());
  on('again', () => answer(sheet));
  on('replace', () => answer(sheet));
  on('keep', () => tell(element('#wallet'), 'kept'));
  on('change', () => reopen(sheet));
  on('show', showStored);
  on('withdraw', () => withdraw(sheet));
}

/** What was stored before comes back into the form. */
async function look(sheet: HTMLFormElement, place: HTMLElement): Promise<void> {
  const reply = await send(ballot!, 'look', 0);
  note(reply);
  if (reply.result === 'stored' && 'answers' in reply) {
    fillSheet(sheet, reply.answers);
    tell(place, 'before', 'own-answer');
  } else if (reply.result !== 'none' && reply.result !== 'failed' && reply.result !== 'busy') {
    tell(place, reply.result);
  }
}

async function answer(sheet: HTMLFormElement): Promise<void> {
  const place = element('#wallet');
  if (!ballot) return tell(place, 'none');
  const answers = readSheet(sheet);
  tell(place, 'sending');
  busy(sheet, true);
  const reply = await sent(answers);
  const worrySent = reply.result !== 'counted' || (await sendWorry(ballot));
  busy(sheet, false);
  note(reply);
  if (!worrySent) tell(place, 'worry-failed', 'again');
  else if (reply.result === 'counted') finished(sheet, place);
  else tell(place, reply.result, ...(isWorthAnotherTry(reply) ? ['again'] : []));
}

/** Nobody has to choose when the counter was too low because answers were withdrawn, or because
 * these very answers had come in already and only the word of it was lost. */
async function sent(answers: Answers): Promise<Reply> {
  const reply = await send(ballot!, 'answer', counter + 1, { answers });
  if (reply.result !== 'stale') return reply;
  counter = reply.counter;
  const stored = await send(ballot!, 'look', 0);
  if (stored.result === 'none') return send(ballot!, 'answer', counter + 1, { answers });
  const same = stored.result === 'stored' && 'answers' in stored && isSame(stored.answers, answers);
  return same ? { result: 'counted', counter } : reply;
}

function isWorthAnotherTry(reply: Reply): boolean {
  return reply.result === 'busy' || reply.result === 'failed' || reply.result === 'unsure';
}

async function withdraw(sheet: HTMLFormElement): Promise<void> {
  const place = element('#wallet');
  let reply = await send(ballot!, 'withdraw', counter + 1);
  if (reply.result === 'stale') reply = await send(ballot!, 'withdraw', reply.counter + 1);
  note(reply);
  if (reply.result === 'withdrawn') {
    await withdrawWorry(ballot!);
    fillWorry('');
    reopen(sheet);
  }
  tell(place, reply.result);
}

async function showStored(): Promise<void> {
  const place = element('#wallet');
  const reply = await send(ballot!, 'look', 0);
  note(reply);
  if (reply.result === 'stored') {
    const worry = await storedWorry(ballot!);
    element('#stored').textContent = [reply, ...(worry ? [worry] : [])].map(written).join('\n');
    tell(place, 'stored', 'own-answer');
  } else tell(place, reply.result === 'none' ? 'nothing-stored' : reply.result);
}

/** As it is stored, a question a line. */
function written(stored: object): string {
  return JSON.stringify(stored, null, 2).replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, ' '));
}

function finished(sheet: HTMLFormElement, place: HTMLElement): void {
  sheet.hidden = true;
  const store = Store.open();
  if (store?.isShared) {
    store.remove();
    ballot = null;
    sheet.reset();
    element('#stored').textContent = '';
    tell(place, 'thanks', 'gone');
  } else tell(place, 'thanks', 'may-change', 'own-answer', 'change');
}

function reopen(sheet: HTMLFormElement): void {
  sheet.hidden = false;
  tell(element('#wallet'), 'before', 'own-answer');
}

/** Also a ballot that was withdrawn has a counter. */
function note(reply: Reply): void {
  if (!('counter' in reply)) return;
  counter = reply.counter;
  const store = Store.open();
  if (ballot && store?.find(ballot.round)) store.keep(ballot.round, { counter });
}

function tell(place: HTMLElement, ...said: string[]): void {
  say(place, ...said);
  place.hidden = false;
  place.focus();
  scrollTo(0, 0);
}

function busy(sheet: HTMLFormElement, on: boolean): void {
  element<HTMLButtonElement>('#question-send [type=submit]').disabled = on;
  sheet.setAttribute('aria-busy', String(on));
}
