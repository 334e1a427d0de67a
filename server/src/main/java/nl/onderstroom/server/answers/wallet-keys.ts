// The public list of keys of a round: fetched as everybody fetches it, and checked here. An issuer
// that gave one person a key of her own would have to show it in this list, to everybody.
import { type Bytes, fromBase64, hex, int32, int64, sha256, utf8 } from './wallet-bytes';
import { type VerifyingKey, readKey } from './wallet-blind';

/** Below this many people no key is taken, whatever the list says. */
const FEWEST_PEOPLE = 5;
const MOST_KEYS = 100_000;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const LIST = Uint8Array.of(2);

export interface ListedKey {
  readonly cohort: number;
  readonly unit: string;
  readonly people: number;
  /** SubjectPublicKeyInfo, base64. */
  readonly key: string;
  readonly opened: boolean;
}

/** As `/keys/{round}` says it. */
interface Published {
  readonly round: number;
  readonly name: string;
  readonly floor: number;
  readonly state: string;
  readonly countersigned: boolean;
  readonly fingerprint: string;
  readonly keys: ListedKey[];
}

export interface KeyList extends Published {
  /** What the whole list is known by, in hexadecimal; worked out here. */
  readonly hash: string;
  readonly leaves: Bytes[];
}

/** Why a list or a key is not taken; each has its words on the page. */
export type Refused =
  | 'unreachable'
  | 'no-list'
  | 'not-countersigned'
  | 'list-wrong'
  | 'list-changed'
  | 'key-missing'
  | 'key-again'
  | 'too-few';

export class RefusedList extends Error {
  constructor(readonly why: Refused) {
    super(why);
  }
}

/**
 * @param seenHash of this round's list as this device saw it before; empty if it did not
 * @throws RefusedList if it cannot be had or does not add up
 */
export async function fetchKeys(round: number, seenHash: string): Promise<KeyList> {
  const answer = await fetch(`/keys/${round}`, {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  }).catch(() => null);
  if (answer === null) throw new RefusedList('unreachable');
  if (answer.status === 404) throw new RefusedList('no-list');
  if (!answer.ok) throw new RefusedList('unreachable');
  const published = (await answer.json().catch(() => null)) as Published | null;
  return checked(round, published, seenHash);
}

/** Works out what the list is known by; what it says of itself is not believed. */
async function checked(
  round: number,
  published: Published | null,
  seenHash: string,
): Promise<KeyList> {
  const keys = published?.keys;
  if (!published || !Array.isArray(keys) || keys.length < 1 || keys.length > MOST_KEYS) {
    throw new RefusedList('list-wrong');
  }
  const rising = keys.every((each, at) => at === 0 || keys[at - 1]!.cohort < each.cohort);
  const different = new Set(keys.map((each) => each.key)).size === keys.length;
  if (published.round !== round || !rising || !different) throw new RefusedList('list-wrong');
  const leaves = await Promise.all(keys.map(leaf));
  const hash = await hashOf(published, await rootOf(leaves));
  if (groups(hash) !== published.fingerprint) throw new RefusedList('list-wrong');
  if (seenHash !== '' && seenHash !== hex(hash)) throw new RefusedList('list-changed');
  if (!published.countersigned) throw new RefusedList('not-countersigned');
  return { ...published, hash: hex(hash), leaves };
}

/** SHA-256(2 ‖ round ‖ floor ‖ length ‖ root). */
export function hashOf(list: Published, root: Bytes): Promise<Bytes> {
  return sha256(LIST, int64(list.round), int32(list.floor), int32(list.keys.length), root);
}

/**
 * The key of a cohort, if the list has it for enough people.
 *
 * @throws RefusedList if it has not
 */
export async function keyOf(
  list: KeyList,
  cohort: number,
): Promise<{ listed: ListedKey; key: VerifyingKey }> {
  const listed = list.keys.find((each) => each.cohort === cohort);
  const spki = listed ? fromBase64(listed.key) : null;
  if (!listed || !spki) throw new RefusedList('key-missing');
  if (listed.people < Math.max(list.floor, FEWEST_PEOPLE)) throw new RefusedList('too-few');
  const key = await readKey(spki).catch(() => null);
  if (key === null) throw new RefusedList('list-wrong');
  return { listed, key };
}

/** SHA-256(0 ‖ cohort ‖ people ‖ SHA-256(unit) ‖ key). */
async function leaf(listed: ListedKey): Promise<Bytes> {
  const spki = fromBase64(listed.key);
  if (!spki) throw new RefusedList('list-wrong');
  const unit = await sha256(utf8(listed.unit));
  return sha256(LEAF, int32(listed.cohort), int32(listed.people), unit, spki);
}

/** Of the Merkle tree (RFC 6962, section 2.1). */
async function rootOf(leaves: Bytes[]): Promise<Bytes> {
  if (leaves.length === 1) return leaves[0]!;
  const left = split(leaves.length);
  return sha256(NODE, await rootOf(leaves.slice(0, left)), await rootOf(leaves.slice(left)));
}

/** The largest power of two below `size`, which is 2 or more. */
function split(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

/** The hashes beside the way from a place to the root, the lowest first. */
export async function proofOf(leaves: Bytes[], place: number): Promise<Bytes[]> {
  if (leaves.length === 1) return [];
  const left = split(leaves.length);
  const [first, second] = [leaves.slice(0, left), leaves.slice(left)];
  return place < left
    ? [...(await proofOf(first, place)), await rootOf(second)]
    : [...(await proofOf(second, place - left)), await rootOf(first)];
}

/** Where a proof leads to; null if it has too many hashes or too few. */
export async function climb(
  place: number,
  size: number,
  own: Bytes,
  beside: Bytes[],
): Promise<Bytes | null> {
  const other = beside.at(-1);
  if (size === 1 || !other) return size === 1 && !other ? own : null;
  const left = split(size);
  const below = beside.slice(0, -1);
  const onLeft = place < left;
  const reached = onLeft
    ? await climb(place, left, own, below)
    : await climb(place - left, size - left, own, below);
  if (!reached) return null;
  return onLeft ? sha256(NODE, reached, other) : sha256(NODE, other, reached);
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Base 32 (Crockford) in 13 groups of four, zeros after the last bit. */
export function groups(hash: Bytes): string {
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map(
    (five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)],
  );
  return letters.join('').replace(/.{4}(?=.)/g, '$& ');
}
