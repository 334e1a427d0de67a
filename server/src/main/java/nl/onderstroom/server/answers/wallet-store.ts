// What the wallet keeps on this device: on one's own until it is removed; on a shared one the seed
// until its ballot is there, and the ballot until it is used. Nothing of it is ever sent; no times are
// kept.
import { type Bytes, fromBase64, toBase64Url } from './wallet-bytes';

const NAME = 'onderstroom.wallet';
/** Rounds kept; the oldest go first. */
const MOST_ROUNDS = 24;

export interface Kept {
  readonly round: number;
  /** The list of keys as this device first saw it: its hash, in hexadecimal. */
  list: string;
  /** Whose key a signature was asked by; 0 when none was yet. */
  cohort: number;
  /** The fingerprint of that key; empty when none was. */
  key: string;
  name: string;
  unit: string;
  /** base64url; empty until the ballot is finished. */
  message: string;
  signature: string;
  /** How often something was handed in with it. */
  counter: number;
  /** A second ballot, by the key of everybody, to write something with. */
  worry: Signed;
}

/** A ballot: base64url, empty until it is finished. */
export interface Signed {
  key: string;
  message: string;
  signature: string;
  counter: number;
}

const NONE: Signed = { key: '', message: '', signature: '', counter: 0 };

const removed = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : null;

interface Contents {
  /** base64url; empty once it was wiped. */
  seed: string;
  rounds: Kept[];
}

export class Store {
  private constructor(
    private readonly storage: Storage,
    private readonly contents: Contents,
  ) {}

  /** The wallet on this device; null if there is none, or storage is switched off. */
  static open(): Store | null {
    return Store.read('sessionStorage') ?? Store.read('localStorage');
  }

  /** A new wallet; null if this browser keeps nothing. */
  static make(seed: Bytes, shared: boolean): Store | null {
    try {
      const storage = shared ? sessionStorage : localStorage;
      const store = new Store(storage, { seed: toBase64Url(seed), rounds: [] });
      store.save();
      return store;
    } catch {
      return null;
    }
  }

  private static read(kind: 'sessionStorage' | 'localStorage'): Store | null {
    try {
      const storage = window[kind];
      const contents = JSON.parse(storage.getItem(NAME) ?? 'null') as Contents | null;
      return contents && Array.isArray(contents.rounds) && isSeed(contents.seed)
        ? new Store(storage, contents)
        : null;
    } catch {
      return null;
    }
  }

  /** On somebody else's device nothing stays behind. */
  get isShared(): boolean {
    return this.storage === sessionStorage;
  }

  /** Null once it was wiped. */
  get seed(): Bytes | null {
    return this.contents.seed === '' ? null : fromBase64(this.contents.seed);
  }

  /** Browsers can bring back a window that was closed: then it has no more than a ballot. */
  wipeSeed(): void {
    this.contents.seed = '';
    this.save();
  }

  /** Whether this key was there in another round, too. */
  hasKeyElsewhere(round: number, key: string): boolean {
    return this.contents.rounds.some(
      (each) => each.round !== round && (each.key === key || each.worry.key === key),
    );
  }

  find(round: number): Kept | undefined {
    return this.contents.rounds.find((each) => each.round === round);
  }

  /** Those with a finished ballot, the latest first. */
  ballots(): Kept[] {
    return this.contents.rounds
      .filter((each) => each.signature !== '')
      .sort((one, other) => other.round - one.round);
  }

  keep(round: number, change: Partial<Kept>): Kept {
    const blank = { list: '', cohort: 0, key: '', name: '', unit: '', message: '', signature: '' };
    const kept = { round, counter: 0, worry: NONE, ...blank, ...this.find(round), ...change };
    const others = this.contents.rounds.filter((each) => each.round !== round);
    this.contents.rounds = [...others, kept].slice(-MOST_ROUNDS);
    this.save();
    return kept;
  }

  /** Removes everything, in the other windows of this browser too. */
  remove(): void {
    this.storage.removeItem(NAME);
    removed?.postMessage('');
  }

  /** Does this when another window of this browser removed everything. */
  static onRemoved(action: () => void): void {
    removed?.addEventListener('message', () => {
      try {
        sessionStorage.removeItem(NAME);
      } catch {
        // Nothing was kept.
      }
      action();
    });
  }

  private save(): void {
    this.storage.setItem(NAME, JSON.stringify(this.contents));
  }
}

function isSeed(text: unknown): boolean {
  return text === '' || (typeof text === 'string' && fromBase64(text)?.length === 16);
}
