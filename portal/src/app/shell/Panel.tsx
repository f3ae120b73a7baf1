import { Button } from "antd";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * What lies behind a button of the frame, at the page's edge. It is the browser's own dialog, there from the start and
 * drawn by nobody when it opens: the keyboard stays inside, Escape closes it, and so does a tap beside it or on
 * something in it that was meant.
 */
export function Panel(props: { edge: "left" | "right"; label: string; button: { icon: ReactNode; label: string; words?: string }; children: ReactNode }) {
  const { icon, label, words } = props.button;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const panel = dialog.current;
    const close = ({ target }: Event) => {
      if (target === panel || (target as Element).closest("a, button") !== null) {
        panel?.close();
      }
    };
    panel?.addEventListener("click", close);
    return () => panel?.removeEventListener("click", close);
  }, []);
  return (
    <>
      <Button type="text" icon={icon} aria-label={label} onClick={() => dialog.current?.showModal()}>
        {words}
      </Button>
      <dialog ref={dialog} className={`panel ${props.edge}`} aria-label={props.label}>
        <div className="panel-inside">{props.children}</div>
      </dialog>
    </>
  );
}
