// What the wallet keeps on this device: on one's own until it is removed, on a shared one until the
// window closes. Nothing of it is ever sent; no times are kept.
import { type Bytes, fromBase64, toBase64Url } from './wallet-bytes';

const NAME = 'onderstroom.wallet';
/** Rounds kept; the oldest go first. */
const MOST_ROUNDS = 24;

export interface Kept {
  readonly round: number;
  /** The list of keys as this device first saw it, in hexadecimal. */
  root: string;
  /** Whose key a signature was asked by; 0 when none was yet. */
  cohort: number;
  name: string;
  unit: string;
  /** base64url; empty until the ballot is finished. */
  message: string;
  signature: string;
  /** The highest counter this device sent. */
  counter: number;
}

interface Contents {
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
      return contents && Array.isArray(contents.rounds) && fromBase64(contents.seed)?.length === 16
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

  get seed(): Bytes {
    return fromBase64(this.contents.seed)!;
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
    const blank = { round, root: '', cohort: 0, name: '', unit: '', message: '', signature: '' };
    const kept = { counter: 0, ...blank, ...this.find(round), ...change };
    const others = this.contents.rounds.filter((each) => each.round !== round);
    this.contents.rounds = [...others, kept].slice(-MOST_ROUNDS);
    this.save();
    return kept;
  }

  /** Removes everything: the seed, the ballots, what was seen of lists. */
  remove(): void {
    this.storage.removeItem(NAME);
  }

  private save(): void {
    this.storage.setItem(NAME, JSON.stringify(this.contents));
  }
}
