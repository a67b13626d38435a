import { pause, type Strand } from './strand.ts';

/** News for one strand, in the order of arrival; what arrives while it is at work is kept. */
export function mailbox<Letter>(strand: Strand) {
  const letters: Letter[] = [];
  let deliver: ((letter: Letter) => void) | undefined;
  return {
    post(letter: Letter): void {
      const receiver = deliver;
      deliver = undefined;
      if (receiver) receiver(letter);
      else letters.push(letter);
    },
    async next(): Promise<Letter> {
      const [waiting] = letters.splice(0, 1);
      if (waiting !== undefined) return waiting;
      return pause<Letter>(strand, (resume) => {
        deliver = resume;
        return () => {};
      });
    },
  };
}
