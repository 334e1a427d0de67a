// Blind signatures: RFC 9474, variant RSABSSA-SHA384-PSS-Randomized, with prefix, message, salt and
// blinding factor that follow from the seed, so that the same ballot can be made again. The twin of
// the engine's BlindedMessage. Signatures are verified by the browser's own RSA-PSS.
import { type Bytes, fromBase64, joined, sha256, sha384, toBytes, toNumber } from './wallet-bytes';
import { derive } from './wallet-seed';

const HASH = 48;
const SALT = 48;
const PREFIX = 32;
const MESSAGE = 32;
/** 128 bits more than the modulus has, so that the remainder is as good as uniform. */
const EXTRA = 16;
const EXPONENT = 65_537n;
const LEAST_BITS = 2_048;
const MOST_BITS = 4_096;

export interface VerifyingKey {
  readonly modulus: bigint;
  /** Of the modulus, a signature, and what is blinded. */
  readonly bytes: number;
  /** SHA-256 of its SubjectPublicKeyInfo. */
  readonly fingerprint: Bytes;
  verify(message: Bytes, signature: Bytes): Promise<boolean>;
}

export interface Ballot {
  readonly message: Bytes;
  readonly signature: Bytes;
}

export interface BlindedMessage {
  /** What the issuer gets, and all it gets. */
  readonly blinded: Bytes;
  /** The RFC's Finalize; null if the issuer did not sign this message with this key. */
  finish(blindSignature: Bytes): Promise<Ballot | null>;
}

/** @throws Error if it is no RSA key of 2,048 to 4,096 bits with the usual exponent */
export async function readKey(spki: Bytes): Promise<VerifyingKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
  const { n, e } = await crypto.subtle.exportKey('jwk', key);
  const modulus = toNumber(fromBase64(n ?? '') ?? new Uint8Array());
  const bits = modulus.toString(2).length;
  if (e !== 'AQAB' || bits < LEAST_BITS || bits > MOST_BITS || bits % 8 !== 0 || !(modulus & 1n)) {
    throw new Error(`a key of ${bits} bits with exponent ${e}; expected 2,048 to 4,096 and AQAB`);
  }
  return {
    modulus,
    bytes: bits / 8,
    fingerprint: await sha256(spki),
    verify: (message, signature) =>
      crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT }, key, signature, message),
  };
}

/** The one message that this seed has signed by a key in a round: each time the same. */
export async function blind(
  seed: Bytes,
  round: number,
  key: VerifyingKey,
): Promise<BlindedMessage> {
  const [prefix, message, salt, wide] = await Promise.all([
    derive(seed, 'prefix', round, key.fingerprint, PREFIX),
    derive(seed, 'message', round, key.fingerprint, MESSAGE),
    derive(seed, 'salt', round, key.fingerprint, SALT),
    derive(seed, 'blinding', round, key.fingerprint, key.bytes + EXTRA),
  ]);
  const factor = (toNumber(wide) % (key.modulus - 1n)) + 1n;
  return blindWith(key, joined(prefix, message), salt, factor);
}

/**
 * @param prepared with its prefix
 * @param factor from 1 to below the modulus; nobody else may know it
 * @throws Error if a number has no inverse: whoever finds such a number has found the primes
 */
export async function blindWith(
  key: VerifyingKey,
  prepared: Bytes,
  salt: Bytes,
  factor: bigint,
): Promise<BlindedMessage> {
  const { modulus, bytes } = key;
  const encoded = toNumber(await encode(prepared, salt, 8 * bytes - 1));
  inverse(encoded, modulus);
  const back = inverse(factor, modulus);
  return {
    blinded: toBytes((encoded * power(factor, EXPONENT, modulus)) % modulus, bytes),
    async finish(blindSignature) {
      if (blindSignature.length !== bytes) return null;
      const signature = toBytes((toNumber(blindSignature) * back) % modulus, bytes);
      return (await key.verify(prepared, signature)) ? { message: prepared, signature } : null;
    },
  };
}

/** EMSA-PSS-ENCODE with SHA-384 and MGF1 of SHA-384 (RFC 8017, sections 9.1.1 and B.2.1). */
async function encode(message: Bytes, salt: Bytes, bits: number): Promise<Bytes> {
  const length = Math.ceil(bits / 8);
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const database = new Uint8Array(length - HASH - 1);
  database[database.length - salt.length - 1] = 1;
  database.set(salt, database.length - salt.length);
  const mask = await mgf1(hash, database.length);
  const masked = database.map((byte, at) => byte ^ mask[at]!);
  masked[0]! &= 0xff >> (8 * length - bits);
  return joined(masked, hash, Uint8Array.of(0xbc));
}

async function mgf1(seed: Bytes, length: number): Promise<Bytes> {
  const blocks = Array.from({ length: Math.ceil(length / HASH) }, (_, block) =>
    sha384(seed, Uint8Array.of(0, 0, 0, block)),
  );
  return joined(...(await Promise.all(blocks))).subarray(0, length);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** By Euclid's extended algorithm. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [high, low] = [modulus, number % modulus];
  let [before, now] = [0n, 1n];
  while (low > 0n) {
    const times = high / low;
    [high, low] = [low, high - times * low];
    [before, now] = [now, before - times * now];
  }
  if (high !== 1n) throw new Error('a number without an inverse; take another');
  return before < 0n ? before + modulus : before;
}
