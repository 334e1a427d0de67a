// What somebody writes in their own words: sent with a ballot of its own, after the answers, and never
// together with them.
import { EVERYBODY } from './wallet-ballots';
import { type Ballot, type Reply, send } from './wallet-send';
import { element } from './wallet-states';
import { type Kept, Store } from './wallet-store';

/** What is stored already, as far as this page knows; null when it may not be asked. */
let stored: string | null = null;

export function worryText(): string {
  return element<HTMLTextAreaElement>('#worry').value;
}

export function fillWorry(text: string): void {
  element<HTMLTextAreaElement>('#worry').value = text;
}

/** Shows the field if there is a ballot for it that is taken, with what was written before. */
export async function lookForWorry(kept: Kept): Promise<void> {
  if (kept.worry.signature === '') return;
  const reply = await send(ballot(kept), 'look', 0);
  if (reply.result === 'refused') return;
  stored = '';
  showWorry();
  if (reply.result !== 'stored' || !('text' in reply)) return;
  stored = reply.text;
  note(kept, reply);
  if (worryText() === '') fillWorry(stored);
}

/** As it is stored; null when there is nothing. */
export async function storedWorry(kept: Kept): Promise<object | null> {
  if (stored === null) return null;
  const reply = await send(ballot(kept), 'look', 0);
  return reply.result === 'stored' ? reply : null;
}

/** The field, where there is a ballot for it. */
export function showWorry(): void {
  element('#worry-field').hidden = stored === null;
}

/** Whether what stands in the field is what is stored now. */
export async function sendWorry(kept: Kept): Promise<boolean> {
  const text = worryText().trim();
  if (stored === null || text === stored) return true;
  return text === '' ? withdrawWorry(kept) : done(kept, text, await tried(kept, text));
}

export async function withdrawWorry(kept: Kept): Promise<boolean> {
  return stored === null || stored === '' || done(kept, '', await tried(kept, ''));
}

/** Once more when another device was ahead: the last that is sent holds. */
async function tried(kept: Kept, text: string): Promise<Reply> {
  const wish = text === '' ? 'withdraw' : 'answer';
  const reply = await send(ballot(kept), wish, kept.worry.counter + 1, { text });
  return reply.result === 'stale'
    ? send(ballot(kept), wish, reply.counter + 1, { text })
    : reply;
}

function done(kept: Kept, text: string, reply: Reply): boolean {
  note(kept, reply);
  if (reply.result !== 'counted' && reply.result !== 'withdrawn') return false;
  stored = text;
  return true;
}

function ballot({ round, worry: { message, signature } }: Kept): Ballot {
  return { round, cohort: EVERYBODY, message, signature };
}

function note(kept: Kept, reply: Reply): void {
  if (!('counter' in reply)) return;
  kept.worry = { ...kept.worry, counter: reply.counter };
  const store = Store.open();
  if (store?.find(kept.round)) store.keep(kept.round, { worry: kept.worry });
}
