// What goes to the server with a ballot, and what comes back: always as many bytes, whatever it is.
import { type Bytes, joined, utf8 } from './wallet-bytes';

const SENT_BYTES = 4_096;

/** Key of a question → positions chosen, from 1. What was left open is not in it. */
export type Answers = Record<string, number[]>;

export type Reply =
  | { readonly result: 'counted' | 'withdrawn' | 'stale'; readonly counter: number }
  | { readonly result: 'stored'; readonly counter: number; readonly answers: Answers }
  | { readonly result: 'stored'; readonly counter: number; readonly text: string }
  | { readonly result: 'none' | 'refused' | 'not-open' | 'closed' | 'malformed' | 'busy' | 'unsure' }
  /** No answer came: what was asked may have been done or not; asking again is safe. */
  | { readonly result: 'failed' };

export type Wish = 'look' | 'answer' | 'withdraw';

/** What a ballot is sent with: answers, or with that of everybody a text. */
export type Sent = { readonly answers: Answers } | { readonly text: string };

export interface Ballot {
  readonly round: number;
  readonly cohort: number;
  readonly message: string;
  readonly signature: string;
}

export async function send(
  { round, cohort, message, signature }: Ballot,
  wish: Wish,
  counter: number,
  sent: Sent = { answers: {} },
): Promise<Reply> {
  const ballot = { do: wish, cohort, message, signature };
  const asked = {
    ...ballot,
    ...(wish === 'look' ? {} : { counter }),
    ...(wish === 'answer' ? sent : {}),
  };
  try {
    const reply = await fetch(`/answer/${round}`, {
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

/** Spaces at the end mean nothing in JSON. */
function padded(json: string): Bytes {
  const bytes = utf8(json);
  if (bytes.length > SENT_BYTES) throw new Error(`${bytes.length} bytes; at most ${SENT_BYTES} fit`);
  return joined(bytes, new Uint8Array(SENT_BYTES - bytes.length).fill(0x20));
}
