// The ballots on this device: of which round, whether it can be answered, and what can be checked.
import { check } from './wallet-ballots';
import { RefusedList, fetchKeys } from './wallet-keys';
import { element, fill, inLanguage, say, show } from './wallet-states';
import type { Kept, Store } from './wallet-store';

export async function listBallots(store: Store, stop: (why: string) => void): Promise<void> {
  const rows = store.ballots().map((kept) => ({ kept, row: rowOf(store, kept, stop) }));
  element('#ballots').replaceChildren(...rows.map(({ row }) => row));
  await Promise.all(rows.map(({ kept, row }) => tellState(kept, row)));
}

function rowOf(store: Store, kept: Kept, stop: (why: string) => void): HTMLElement {
  const copy = element<HTMLTemplateElement>('#ballot').content.cloneNode(true) as DocumentFragment;
  const row = copy.firstElementChild as HTMLElement;
  fill(row, { round: kept.name, unit: kept.unit });
  row.querySelector('button')?.addEventListener('click', () => {
    showCheck(store, kept).catch((problem: unknown) =>
      stop(problem instanceof RefusedList ? problem.why : 'list-wrong'),
    );
  });
  return row;
}

/** What the list of keys, which everybody may read, says of the round. */
async function tellState(kept: Kept, row: HTMLElement): Promise<void> {
  try {
    const list = await fetchKeys(kept.round, kept.list);
    const opened = list.keys.find((each) => each.cohort === kept.cohort)?.opened ?? false;
    const open = list.state === 'OPEN';
    const waits = list.state === 'ISSUING';
    say(row, waits ? 'waits' : !open ? 'closed' : opened ? 'open' : 'too-few-fetched');
    const link = row.querySelector('a')!;
    link.href = inLanguage(`/answer/${kept.round}`);
    link.hidden = !(open && opened);
  } catch (problem) {
    say(row, problem instanceof RefusedList && problem.why !== 'unreachable' ? 'wrong' : 'unknown');
  }
}

async function showCheck(store: Store, kept: Kept): Promise<void> {
  const found = await check(store, kept);
  const section = element('[data-state="check"]');
  fill(section, {
    round: kept.name,
    unit: kept.unit,
    fingerprint: found.fingerprint,
    key: found.keyFingerprint,
    people: String(found.people),
    place: String(found.place),
    size: String(found.size),
    hashes: String(found.hashes),
  });
  say(section, found.inList ? 'in-list' : 'not-in-list', found.ballotValid ? 'valid' : 'invalid');
  show('check');
}
