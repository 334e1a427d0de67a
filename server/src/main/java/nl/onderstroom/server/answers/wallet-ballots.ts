// From a seed to a ballot: what is asked of the other site, and what is made of its answer.
import { type Bytes, fromBase64, hex, toBase64Url } from './wallet-bytes';
import { blind } from './wallet-blind';
import {
  type KeyList,
  type ListedKey,
  RefusedList,
  climb,
  fetchKeys,
  groups,
  hashOf,
  keyOf,
  proofOf,
} from './wallet-keys';
import type { Kept, Signed, Store } from './wallet-store';

export interface Request {
  readonly list: KeyList;
  readonly listed: ListedKey;
  /** Of the key, as people compare it. */
  readonly keyFingerprint: string;
  /** base64url: all that the other site gets. */
  readonly blinded: string;
  /** For a second ballot, to write with; null where nothing is asked of everybody. */
  readonly worry: { readonly blinded: string; readonly key: string } | null;
}

/** The number of the group of everybody. */
export const EVERYBODY = 0;
/** Of fewer people nothing written is ever shown. */
const FEWEST_WRITERS = 20;

/** The list of a round; from now on this device takes no other. */
export async function listOf(store: Store, round: number): Promise<KeyList> {
  const list = await fetchKeys(round, store.find(round)?.list ?? '');
  store.keep(round, { list: list.hash, name: list.name });
  return list;
}

/** @throws RefusedList if the list or the key is not to be trusted */
export async function request(
  store: Store,
  seed: Bytes,
  round: number,
  cohort: number,
): Promise<Request> {
  const list = await listOf(store, round);
  const { listed, key } = await keyOf(list, cohort);
  const keyFingerprint = groups(key.fingerprint);
  // By a key that was used before, two ballots could be seen to come after one another.
  if (store.hasKeyElsewhere(round, keyFingerprint)) throw new RefusedList('key-again');
  const { blinded } = await blind(seed, round, key);
  store.keep(round, { cohort, key: keyFingerprint });
  const worry = await requestWorry(store, seed, list);
  return { list, listed, keyFingerprint, blinded: toBase64Url(blinded), worry };
}

async function requestWorry(store: Store, seed: Bytes, list: KeyList): Promise<Request['worry']> {
  const everybody = list.keys.find((each) => each.cohort === EVERYBODY);
  if (!everybody || everybody.people < FEWEST_WRITERS) return null;
  const { key } = await keyOf(list, EVERYBODY);
  const fingerprint = groups(key.fingerprint);
  if (store.hasKeyElsewhere(list.round, fingerprint)) throw new RefusedList('key-again');
  const { blinded } = await blind(seed, list.round, key);
  return { blinded: toBase64Url(blinded), key: fingerprint };
}

/**
 * Whether the ballot is finished, and kept; it is not when the signature is no answer to what this
 * wallet asked.
 *
 * @throws RefusedList if the list or the key is not to be trusted
 */
export async function finish(
  store: Store,
  seed: Bytes,
  round: number,
  signature: string,
  worry: string,
): Promise<boolean> {
  const list = await listOf(store, round);
  const signed = fromBase64(signature);
  const asked = store.find(round)?.cohort ?? 0;
  // Whoever typed a recovery code in between no longer knows which key was asked.
  const candidates = asked > 0 ? [asked] : list.keys.map((each) => each.cohort).filter((each) => each > 0);
  for (const cohort of signed ? candidates : []) {
    const { listed, key } = await keyOf(list, cohort);
    const ballot = await (await blind(seed, round, key)).finish(signed!);
    if (ballot) {
      store.keep(round, {
        cohort,
        unit: listed.unit,
        message: toBase64Url(ballot.message),
        signature: toBase64Url(ballot.signature),
        worry: await finishWorry(store, seed, list, worry),
      });
      return true;
    }
  }
  return false;
}

/** What there was before if the signature is none. */
async function finishWorry(
  store: Store,
  seed: Bytes,
  list: KeyList,
  signature: string,
): Promise<Signed> {
  const before = store.find(list.round)!.worry;
  const signed = fromBase64(signature);
  const listed = list.keys.some((each) => each.cohort === EVERYBODY);
  if (!listed || !signed || signed.length === 0) return before;
  const { key } = await keyOf(list, EVERYBODY);
  const ballot = await (await blind(seed, list.round, key)).finish(signed);
  return ballot
    ? {
        ...before,
        key: groups(key.fingerprint),
        message: toBase64Url(ballot.message),
        signature: toBase64Url(ballot.signature),
      }
    : before;
}

/** What shows on this device that the key of a ballot is in the list. */
export interface Evidence {
  readonly fingerprint: string;
  readonly keyFingerprint: string;
  readonly place: number;
  readonly size: number;
  readonly people: number;
  readonly hashes: number;
  readonly inList: boolean;
  readonly ballotValid: boolean;
}

/** @throws RefusedList if the list or the key is not to be trusted */
export async function check(store: Store, kept: Kept): Promise<Evidence> {
  const list = await listOf(store, kept.round);
  const { listed, key } = await keyOf(list, kept.cohort);
  const place = list.keys.indexOf(listed);
  const beside = await proofOf(list.leaves, place);
  const reached = await climb(place, list.keys.length, list.leaves[place]!, beside);
  return {
    fingerprint: list.fingerprint,
    keyFingerprint: groups(key.fingerprint),
    place: place + 1,
    size: list.keys.length,
    people: listed.people,
    hashes: beside.length,
    inList: reached !== null && hex(await hashOf(list, reached)) === kept.list,
    ballotValid: await key.verify(fromBase64(kept.message)!, fromBase64(kept.signature)!),
  };
}
