import { Alert, App, Button, Modal } from "antd";
import { useState } from "react";
import { api, type Answer } from "../../api/services";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { organisation as t } from "../../texts/zh-CN.organisation";
import type { Organisation } from "./queries";

type Slip = Answer<"/api/organisations/{id}/first-passwords", "post">[number];

/** A password for each who has chosen none, shown once as slips to be printed and handed over. */
export function FirstPasswords(props: { organisation: Organisation }) {
  const { modal } = App.useApp();
  const [slips, setSlips] = useState<Slip[]>();
  const give = useMove({
    run: () => api.post("/api/organisations/{id}/first-passwords", undefined, { id: props.organisation.id }),
    refresh: [],
    afterwards: setSlips,
  });
  const ask = () =>
    modal.confirm({
      title: `${t.firstPasswords}：${props.organisation.name}`,
      content: t.firstPasswordsText,
      okText: t.firstPasswords,
      onOk: () => give.mutateAsync().catch(() => undefined),
    });
  return (
    <>
      <Button onClick={ask}>{t.firstPasswords}</Button>
      {slips !== undefined && <Slips slips={slips} onClose={() => setSlips(undefined)} />}
    </>
  );
}

function Slips(props: { slips: Slip[]; onClose: () => void }) {
  const some = props.slips.length > 0;
  return (
    <Modal
      open
      width={760}
      title={t.slips(props.slips.length)}
      mask={{ closable: false }}
      onCancel={props.onClose}
      cancelText={common.close}
      okText={t.slipPrint}
      okButtonProps={{ disabled: !some }}
      onOk={() => window.print()}
    >
      <Alert type={some ? "warning" : "info"} showIcon title={some ? t.firstPasswordsOnce : t.firstPasswordsNone} />
      <ul className="slips">
        {props.slips.map((slip) => (
          <li key={slip.username}>
            <strong>
              {slip.place} {slip.name}
            </strong>
            <dl>
              <dt>{t.slipAddress}</dt>
              <dd>{window.location.host}</dd>
              <dt>{t.slipUsername}</dt>
              <dd>{slip.username}</dd>
              <dt>{t.slipPassword}</dt>
              <dd>{slip.password}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
