"use client";

import { X } from "lucide-react";
import {
  cloneElement,
  createContext,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

export interface ModalProps {
  /** A button that opens it; without one, say when by `open`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Where the focus begins: at the first control, at the title of a long text, or at one element. */
  startAt?: "content" | "title" | RefObject<HTMLElement | null>;
  className?: string;
}

interface Kind {
  role?: "alertdialog";
  /** A click outside and a cross close it. */
  isDismissible: boolean;
}

const CloseContext = createContext<() => void>(() => {});

/**
 * The browser's own modal window: it keeps the focus, closes on Escape and lies over everything
 * without a library.
 */
export function Modal({
  trigger,
  open: openFromOutside,
  onOpenChange,
  title,
  description,
  children,
  startAt = "content",
  className,
  role,
  isDismissible,
}: ModalProps & Kind) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [openInside, setOpenInside] = useState(false);
  const isOpen = openFromOutside ?? openInside;

  function change(next: boolean): void {
    setOpenInside(next);
    onOpenChange?.(next);
  }

  useEffect(() => {
    const element = dialog.current;
    if (!isOpen || element === null) return;
    const opener = document.activeElement;
    element.showModal();
    if (startAt === "title") element.querySelector("h2")?.focus();
    else if (startAt !== "content") startAt.current?.focus();
    return () => {
      element.close();
      // React has taken the window out by now, and with it what the browser knew of where it came from.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isOpen, startAt]);

  return (
    <>
      {trigger &&
        cloneElement(trigger as ReactElement<Record<string, unknown>>, {
          "aria-haspopup": "dialog",
          onClick: () => change(true),
        })}
      {isOpen && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Escape is the key
        <dialog
          ref={dialog}
          role={role}
          aria-labelledby={`${id}-title`}
          aria-describedby={description ? `${id}-description` : undefined}
          className={cn("modal", className)}
          onCancel={(event) => {
            if (event.target !== event.currentTarget) return;
            event.preventDefault();
            change(false);
          }}
          onClick={(event) => {
            if (isDismissible && isOutside(event)) change(false);
          }}
        >
          <CloseContext value={() => change(false)}>
            <h2 id={`${id}-title`} tabIndex={-1} className={cn("text-2xl outline-none", isDismissible && "pr-10")}>
              {title}
            </h2>
            {description && (
              <div id={`${id}-description`} className="mt-2 text-ink-muted">
                {description}
              </div>
            )}
            {children}
            {/* Last, so that the focus goes to the content first. */}
            {isDismissible && (
              <button
                type="button"
                aria-label="Close"
                className={cn(buttonStyle({ variant: "quiet", size: "icon" }), "absolute top-4 right-4")}
                onClick={() => change(false)}
              >
                <X aria-hidden="true" strokeWidth={1.5} />
              </button>
            )}
          </CloseContext>
        </dialog>
      )}
    </>
  );
}

/** Closes the window it is in: `<ModalClose render={<Button variant="secondary" />}>Cancel</ModalClose>`. */
export function ModalClose({ render, children }: { render: ReactElement; children?: ReactNode }) {
  const close = use(CloseContext);
  return cloneElement(render as ReactElement<Record<string, unknown>>, { onClick: close }, children);
}

function isOutside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}
