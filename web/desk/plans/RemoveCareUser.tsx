import type { KeptCareUser } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { goTo } from "../../parts/state/hash-route.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { usePlanMonth } from "./plan-month.ts";
import { monthAddress } from "./plan-places.ts";

interface RemoveCareUserProps {
  readonly careUser: KeptCareUser;
}

/** Takes a care user from the list, once it is confirmed. */
export function RemoveCareUser({ careUser }: RemoveCareUserProps): ReactNode {
  const { month, reload } = usePlanMonth();
  const [asking, setAsking] = useState(false);
  const removing = useDeskAction(async () => {
    await desk.removeCareUser({ params: { id: careUser.id } });
    reload();
    goTo(monthAddress(month));
  });
  return (
    <>
      <Button
        look="danger"
        icon="trash"
        onPress={() => {
          setAsking(true);
        }}
      >
        一覧から除く
      </Button>
      <ConfirmDialog
        open={asking}
        title={`${careUser.details.name} 様を一覧から除きますか`}
        doIt="除く"
        pending={removing.pending}
        onDoIt={() => removing.run()}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>この方の予定は、ここには出なくなります。送った予定は送信一覧に残ります。</p>
        <Failure title="除けませんでした" error={removing.error} otherSide={theApp} />
      </ConfirmDialog>
    </>
  );
}
