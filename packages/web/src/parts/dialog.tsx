import { type ReactNode, useEffect, useId, useRef } from 'react';

type DialogProps = { readonly title: string; readonly close: () => void; readonly children: ReactNode };

/** A question that must be answered before anything else. Esc closes it, and the focus goes back to where it was. */
export function Dialog({ title, close, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} className="ask" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
