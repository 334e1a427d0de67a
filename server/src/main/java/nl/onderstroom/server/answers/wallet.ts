// The wallet: makes ballots on this device and keeps them here. It reads no typing and no times.
import { type Asked, forgetAsked, nextOf, takeAsked } from './wallet-asked';
import { type Request, finish, listOf, request } from './wallet-ballots';
import { hideCode, showCode } from './wallet-code';
import { RefusedList } from './wallet-keys';
import { listBallots } from './wallet-list';
import { newSeed, readCode, writeCode } from './wallet-seed';
import { element, fill, inLanguage, onPress, say, show } from './wallet-states';
import { Store } from './wallet-store';
import type { Bytes } from './wallet-bytes';

const main = element('#wallet').dataset['main'] ?? '';
let asked: Asked | null = null;
let store: Store | null = null;
/** Made, and not yet kept: first its code is written down. */
let fresh: Bytes | null = null;
let fetching: Request | null = null;

begin();

function begin(): void {
  const taken = takeAsked(main);
  if (!isSecureContext || !crypto.subtle) return stop('not-secure', false);
  if (taken === 'elsewhere') return stop('elsewhere', false);
  asked = taken;
  store = Store.open();
  Store.onRemoved(() => location.reload());
  fill(element('#wallet'), { address: location.host + location.pathname });
  listen();
  if (store) void goOn(false);
  else choose();
}

function choose(): void {
  // A signature fits the seed that asked for it and no other: a new one would be no use.
  say(element('[data-state="choose"]'), asked?.signature ? 'came-back' : 'new');
  element('#make').hidden = Boolean(asked?.signature);
  show('choose', false);
}

function listen(): void {
  onPress('#make', make);
  onPress('#have-code', () => show('enter'));
  onPress('#print', () => print());
  onPress('#have-it', keepFresh);
  onPress('#to-fetch', goAndFetch);
  onPress('#again', () => location.reload());
  onPress('#show-code', showOwnCode);
  onPress('#to-remove', () => show('remove'));
  onPress('#remove', removeAll);
  document.querySelectorAll('[data-to-list]').forEach((button) =>
    button.addEventListener('click', () => {
      forgetAsked();
      asked = null;
      void goOn();
    }),
  );
  element('#enter-code').addEventListener('submit', (event) => {
    event.preventDefault();
    void enter();
  });
}

async function make(): Promise<void> {
  fresh = newSeed();
  showCode(await writeCode(fresh));
  show('code');
}

async function showOwnCode(): Promise<void> {
  const seed = store?.seed;
  if (!seed) return;
  showCode(await writeCode(seed));
  show('code');
}

async function enter(): Promise<void> {
  const field = element<HTMLInputElement>('#typed');
  const seed = await readCode(field.value);
  element('#typed-error').hidden = seed !== null;
  if (seed === null) {
    field.setAttribute('aria-invalid', 'true');
    return field.focus();
  }
  field.removeAttribute('aria-invalid');
  field.value = '';
  keep(seed);
}

function keepFresh(): void {
  hideCode();
  if (fresh) keep(fresh);
  else void goOn();
}

function keep(seed: Bytes): void {
  const shared = element<HTMLInputElement>('#shared').checked;
  store = Store.make(seed, shared);
  fresh = null;
  if (store) void goOn();
  else stop('no-storage');
}

/** To what was asked, or to the ballots there are. */
async function goOn(moved = true): Promise<void> {
  const has = asked !== null && Boolean(store?.find(asked.round)?.signature);
  const next = asked !== null && has ? nextOf(asked) : null;
  if (next) {
    asked = next;
    return goOn(moved);
  }
  const seed = store?.seed ?? null;
  if (!store || (asked && !has && !seed)) return choose();
  try {
    if (asked && has) await tellDone(store, asked.round, moved);
    else if (asked?.signature) await comeBack(store, seed!, asked, moved);
    else if (asked) await offer(store, seed!, asked, moved);
    else await list(store, moved);
  } catch (problem) {
    stop(problem instanceof RefusedList ? problem.why : 'list-wrong', moved);
  }
}

async function offer(
  wallet: Store,
  seed: Bytes,
  { round, cohort }: Asked,
  moved: boolean,
): Promise<void> {
  fetching = await request(wallet, seed, round, cohort);
  const { list: keys, listed, keyFingerprint } = fetching;
  fill(element('[data-state="fetch"]'), {
    round: keys.name,
    unit: listed.unit,
    people: String(listed.people),
    fingerprint: keys.fingerprint,
    key: keyFingerprint,
    more: String(asked?.rest === '' ? 0 : asked?.rest.split(',').length),
  });
  say(element('[data-state="fetch"]'), ...(asked?.rest ? ['more'] : []));
  show('fetch', moved);
}

function goAndFetch(): void {
  if (!fetching) return;
  const { list, blinded, keyFingerprint: key, worry } = fetching;
  const { ticket = '', rest = '', had = '' } = asked ?? {};
  const given = new URLSearchParams({ blinded, key, ticket, rest, had });
  if (worry) {
    given.set('worry', worry.blinded);
    given.set('worryKey', worry.key);
  }
  location.assign(`${main}/my-rounds/${list.round}#${given}`);
}

async function comeBack(
  wallet: Store,
  seed: Bytes,
  came: Asked,
  moved: boolean,
): Promise<void> {
  const { round, signature, worry } = came;
  const finished = await finish(wallet, seed, round, signature, worry);
  const next = nextOf(came);
  if (finished && next) {
    asked = next;
    fetching = await request(wallet, seed, next.round, next.cohort);
    goAndFetch();
  } else if (finished) await tellDone(wallet, round, moved);
  else {
    forgetAsked();
    asked = null;
    stop('signature-wrong', moved);
  }
}

/** On a shared device nothing stays that is not needed at once. */
async function tellDone(wallet: Store, round: number, moved: boolean): Promise<void> {
  const before = (asked?.had ?? '').split(',').map(Number);
  const all = [...before, round].filter((each) => wallet.find(each)?.signature);
  const lists = await Promise.all(all.map((each) => listOf(wallet, each)));
  const open = lists.some(({ state }) => state === 'OPEN');
  forgetAsked();
  asked = null;
  const section = element('[data-state="done"]');
  fill(section, { round: lists.map(({ name }) => name).join(', '), unit: wallet.find(round)?.unit ?? '' });
  const gone = wallet.isShared && !open;
  say(section, gone ? 'gone' : 'to-list', wallet.isShared ? 'shared' : 'own', open ? 'open' : 'waits');
  show('done', moved);
  if (!wallet.isShared) return;
  if (open) wallet.wipeSeed();
  else {
    wallet.remove();
    store = null;
  }
}

async function list(wallet: Store, moved: boolean): Promise<void> {
  const section = element('[data-state="list"]');
  say(section, wallet.isShared ? 'shared' : 'own', wallet.ballots().length > 0 ? 'some' : 'none');
  element('#show-code').hidden = wallet.seed === null;
  element<HTMLAnchorElement>('#my-rounds').href = `${main}/`;
  show('list', moved);
  await listBallots(wallet, stop);
}

function removeAll(): void {
  store?.remove();
  forgetAsked();
  location.assign(inLanguage(location.pathname));
}

function stop(why: string, moved = true): void {
  const section = element('[data-state="stop"]');
  say(section, why, why === 'unreachable' || why === 'no-list' ? 'failed' : 'refused');
  element('#again').hidden = why !== 'unreachable';
  show('stop', moved);
}
