import { startTransition, useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';

/**
 * Reads the page's data again. What comes back is kept when the figures read are the ones that are shown, so that what is said then is true
 * of what one sees; or when the one who asked is gone from the page. (S-WEB-51)
 */
export function useReadAgain(): () => Promise<void> {
  const { revalidate } = useRevalidator();
  const [shown, setShown] = useState(0);
  const asked = useRef(0);
  const waiting = useRef(new Map<number, () => void>());
  const isHere = useRef(false);
  useEffect(() => release(waiting.current, shown));
  useEffect(() => {
    isHere.current = true;
    const left = waiting.current;
    return () => {
      isHere.current = false;
      release(left, Number.POSITIVE_INFINITY);
    };
  }, []);
  return async () => {
    await revalidate();
    if (!isHere.current) return;
    asked.current += 1;
    const turn = asked.current;
    await new Promise<void>((go) => {
      waiting.current.set(turn, go);
      // After the router's own transition, and so never on the page before it.
      startTransition(() => setShown(turn));
    });
  };
}

function release(waiting: Map<number, () => void>, upTo: number): void {
  for (const [turn, go] of waiting) {
    if (turn > upTo) continue;
    waiting.delete(turn);
    go();
  }
}
