import { Button, Card, Descriptions } from "antd";
import { useState } from "react";
import { api } from "../../api/services";
import { AskReason } from "../../shared/AskReason";
import { useMove } from "../../shared/useMove";
import { rounds as t } from "../../texts/zh-CN.rounds";
import { type Round, roundsKey } from "./queries";

/** A draw that was wrong is taken back by discipline, as long as nobody has scored. */
export function Undo(props: { round: Round }) {
  const [asking, setAsking] = useState(false);
  const undo = useMove({
    run: (reason: string) => api.post("/api/mutual-reviews/{id}/undo", { version: props.round.version, reason }, { id: props.round.id }),
    refresh: [roundsKey],
    done: t.undone,
    afterwards: () => setAsking(false),
  });
  return (
    <Card title={<h2 className="card-title">{t.undo}</h2>}>
      <p className="quiet">{t.undoLead}</p>
      <Button danger onClick={() => setAsking(true)}>
        {t.undo}
      </Button>
      {asking && <AskReason title={t.undo} okText={t.undo} min={4} pending={undo.isPending} onCancel={() => setAsking(false)} onGiven={(reason) => undo.mutate(reason)} />}
    </Card>
  );
}

/** The draws that were taken back, for whoever looks the last one over. */
export function UndoneRuns(props: { round: Round }) {
  const undone = props.round.undone ?? [];
  return (
    undone.length > 0 && (
      <Card title={<h2 className="card-title">{t.undoneTitle}</h2>}>
        <Descriptions column={1} items={undone.map(({ run, reason, sheetHash }) => ({ key: run, label: t.undoneRun(run), children: <>{reason} <code className="hash">{sheetHash}</code></> }))} />
      </Card>
    )
  );
}
