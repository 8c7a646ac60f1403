import "./confirm-dialog.css";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "../look/Button.tsx";

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The words on the button that does it, e.g. `取り消す`. */
  readonly doIt: string;
  /** The words on the button that leaves all as it is. */
  readonly leave?: string;
  /** `danger` for what cannot be undone. */
  readonly look?: "danger" | "primary";
  readonly pending: boolean;
  readonly onDoIt: () => void;
  readonly onClose: () => void;
}

/** Asks before something that weighs. Escape and the second button leave all as it is. */
export function ConfirmDialog({
  open,
  title,
  children,
  doIt,
  leave = "やめる",
  look = "danger",
  pending,
  onDoIt,
  onClose,
}: ConfirmDialogProps): ReactNode {
  return (
    <ModalOverlay
      className="confirm-overlay"
      isOpen={open}
      onOpenChange={(stays) => {
        if (!stays && !pending) onClose();
      }}
    >
      <Modal className="confirm-modal">
        <Dialog className="confirm-dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="confirm-actions">
            <Button look={look} onPress={onDoIt} pending={pending}>
              {doIt}
            </Button>
            <Button onPress={onClose} disabled={pending}>
              {leave}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
