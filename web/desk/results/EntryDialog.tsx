import "../../parts/frame/confirm-dialog.css";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Form } from "../../parts/form/Form.tsx";
import { Button } from "../../parts/look/Button.tsx";

interface EntryDialogProps {
  readonly title: string;
  readonly doIt: string;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** A small form above the page: Enter does it, Escape leaves all as it is. */
export function EntryDialog({
  title,
  doIt,
  children,
  onSubmit,
  onClose,
}: EntryDialogProps): ReactNode {
  return (
    <ModalOverlay
      className="confirm-overlay"
      isOpen
      isDismissable
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
    >
      <Modal className="confirm-modal">
        <Dialog className="confirm-dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <Form label={title} onSubmit={onSubmit}>
            {children}
            <div className="confirm-actions">
              <Button type="submit" look="primary">
                {doIt}
              </Button>
              <Button onPress={onClose}>やめる</Button>
            </div>
          </Form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
