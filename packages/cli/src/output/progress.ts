/** Tells what is being done, on one line that is rewritten; only where a person watches. `total` null: nobody knows how many steps there are. */
export function progress(total: number | null): {
  readonly step: (what: string) => void;
  readonly done: () => void;
} {
  const watched = process.stderr.isTTY === true;
  let at = 0;
  return {
    step: (what) => {
      at += 1;
      if (watched) process.stderr.write(`\r\u001b[K${total === null ? '' : `[${at}/${total}] `}${what} …`);
    },
    done: () => {
      if (watched) process.stderr.write('\r\u001b[K');
    },
  };
}
