// What goes to the server with a ballot, and what comes back: always as many bytes, whatever it is.
import type { Kept } from './wallet-store';

const SENT_BYTES = 4_096;

/** Key of a question → positions chosen, from 1. What was left open is not in it. */
export type Answers = Record<string, number[]>;

export type Reply =
  | { readonly result: 'counted' | 'withdrawn' | 'stale'; readonly counter: number }
  | { readonly result: 'stored'; readonly counter: number; readonly answers: Answers }
  | { readonly result: 'none' | 'refused' | 'not-open' | 'closed' | 'malformed' | 'busy' | 'unsure' }
  /** No answer came: what was asked may have been done or not; asking again is safe. */
  | { readonly result: 'failed' };

export type Wish = 'look' | 'answer' | 'withdraw';

export async function send(
  kept: Kept,
  wish: Wish,
  counter: number,
  answers: Answers = {},
): Promise<Reply> {
  const { cohort, message, signature } = kept;
  const ballot = { do: wish, cohort, message, signature };
  const asked = {
    ...ballot,
    ...(wish === 'look' ? {} : { counter }),
    ...(wish === 'answer' ? { answers } : {}),
  };
  try {
    const reply = await fetch(`/answer/${kept.round}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: padded(JSON.stringify(asked)),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    return (await reply.json()) as Reply;
  } catch {
    return { result: 'failed' };
  }
}

/** Spaces at the end mean nothing in JSON; all that is sent is ASCII. */
function padded(json: string): string {
  if (json.length > SENT_BYTES) throw new Error(`${json.length} bytes; at most ${SENT_BYTES} fit`);
  return json.padEnd(SENT_BYTES);
}
