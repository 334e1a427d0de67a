// The seed that somebody's ballots are made from, and how it is written down. The twin of the
// engine's Wallet and RecoveryCode: the same seed gives the same bytes here and there.
import { type Bytes, hex, joined, sha256, utf8 } from './wallet-bytes';

const SEED = 16;
const SCOPE = 'onderstroom/ballot/v1/';
const CODE_SCOPE = 'onderstroom/recovery/v1/';

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const WORDS = SEED / 2 + 1;
const WORD = 5;

export function newSeed(): Bytes {
  return crypto.getRandomValues(new Uint8Array(SEED));
}

/** HKDF-SHA-256 (RFC 5869) without a salt. `fingerprint` is the SHA-256 of the key it is for: were a
 * key used in two rounds, what is derived would still have nothing in common. */
export async function derive(
  seed: Bytes,
  what: 'prefix' | 'message' | 'salt' | 'blinding',
  round: number,
  fingerprint: Bytes,
  length: number,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const info = utf8(`${SCOPE}${what}/${round}/${hex(fingerprint)}`);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 8 * length));
}

/** Nine words of five letters (proquints, arXiv:0901.4016); the ninth is a check on the others. */
export async function writeCode(seed: Bytes): Promise<string> {
  const all = await withCheck(seed);
  return Array.from({ length: WORDS }, (_, at) => word((all[2 * at]! << 8) | all[2 * at + 1]!)).join(
    ' ',
  );
}

function word(bits: number): string {
  return (
    CONSONANTS.charAt(bits >> 12) +
    VOWELS.charAt((bits >> 10) & 3) +
    CONSONANTS.charAt((bits >> 6) & 15) +
    VOWELS.charAt((bits >> 4) & 3) +
    CONSONANTS.charAt(bits & 15)
  );
}

/** The seed that was written so; what is no letter is skipped. Null if it is none. */
export async function readCode(typed: string): Promise<Bytes | null> {
  const letters = typed.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length !== WORD * WORDS) return null;
  const all: number[] = [];
  for (let at = 0; at < letters.length; at += WORD) {
    const bits = readWord(letters.slice(at, at + WORD));
    if (bits < 0) return null;
    all.push(bits >>> 8, bits & 255);
  }
  const seed = Uint8Array.from(all.slice(0, SEED));
  const expected = await withCheck(seed);
  return expected.every((byte, at) => byte === all[at]) ? seed : null;
}

/** The 16 bits of a word, or −1. */
function readWord(letters: string): number {
  let bits = 0;
  for (let at = 0; at < WORD; at++) {
    const consonant = at % 2 === 0;
    const value = (consonant ? CONSONANTS : VOWELS).indexOf(letters.charAt(at));
    if (value < 0) return -1;
    bits = (bits << (consonant ? 4 : 2)) | value;
  }
  return bits;
}

async function withCheck(seed: Bytes): Promise<Bytes> {
  const hash = await sha256(utf8(CODE_SCOPE), seed);
  return joined(seed, hash.subarray(0, 2));
}
