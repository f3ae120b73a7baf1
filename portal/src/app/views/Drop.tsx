import { Button } from "antd";
import { type MouseEvent, type ReactNode, useId } from "react";

/**
 * What hangs below a button until it is no longer wanted. It is the browser's own popover: the keyboard goes on into it
 * from its button, and Escape or a tap elsewhere closes it.
 */
export function Drop(props: { icon: ReactNode; words: string; onOpen?: () => void; children: ReactNode }) {
  const id = useId();
  return (
    <div className="drop">
      <Button icon={props.icon} aria-label={props.words} popoverTarget={id}>
        {props.words}
      </Button>
      <div id={id} popover="auto" className="drop-inside" onToggle={(event) => event.newState === "open" && props.onOpen?.()}>
        {props.children}
      </div>
    </div>
  );
}

/** Closes the one around what was clicked; the keyboard is back at its button. */
export const closeDrop = (event: MouseEvent) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
