// The answers on the form, as they are sent and as they come back.
import type { Answers } from './wallet-send';

export function readSheet(sheet: HTMLFormElement): Answers {
  const answers: Answers = {};
  for (const input of inputs(sheet)) {
    if (input.checked && input.value !== '') {
      (answers[input.name] ??= []).push(Number(input.value));
    }
  }
  return answers;
}

/** Whether the same is chosen everywhere. */
export function isSame(one: Answers, other: Answers): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const chosen = (answers: Answers, name: string) => [...(answers[name] ?? [])].sort().join();
  return [...names].every((name) => chosen(one, name) === chosen(other, name));
}

/** A question without an answer is left as one that was skipped. */
export function fillSheet(sheet: HTMLFormElement, answers: Answers): void {
  for (const input of inputs(sheet)) {
    const chosen = answers[input.name] ?? [];
    input.checked = input.value === '' ? chosen.length === 0 : chosen.includes(Number(input.value));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function inputs(sheet: HTMLFormElement): HTMLInputElement[] {
  return [...sheet.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
}
