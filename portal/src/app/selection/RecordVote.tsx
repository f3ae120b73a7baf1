import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Alert, Button, Form, Modal } from "antd";
import { useState } from "react";
import { useMove } from "../../shared/useMove";
import { selection as t } from "../../texts/zh-CN.selection";
import { type Selection, selectionCalls, selectionKey, type TieOrder, type VoteCount } from "./queries";
import { isAdopted, moved, tiesOf, voteFault } from "./vote";
import { VoteCounts } from "./VoteCounts";

/** The minutes of the meeting: the count, and the order of those tied at the edge of a quota. */
export function RecordVote(props: { selection: Selection }) {
  const { selection } = props;
  const [open, setOpen] = useState(false);
  const [ties, setTies] = useState(() => tiesOf(selection.categories));
  const [form] = Form.useForm<VoteCount>();
  const counted = (Form.useWatch([], form) ?? {}) as Partial<VoteCount>;
  const fault = voteFault(counted);
  const vote = useMove({
    run: (count: VoteCount) => selectionCalls.vote(selection, { ...count, decision: isAdopted(count) ? "ADOPTED" : "REJECTED" }, ties),
    refresh: [selectionKey, ["tasks"]],
    done: t.voted,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.vote}
      </Button>
      <Modal
        open={open}
        width={600}
        title={t.voteTitle}
        okText={t.vote}
        okButtonProps={{ disabled: fault !== undefined }}
        confirmLoading={vote.isPending}
        onCancel={() => setOpen(false)}
        onOk={form.submit}
      >
        <p className="quiet">{t.voteHint}</p>
        <Form form={form} layout="vertical" onFinish={(count) => vote.mutate(count)}>
          <VoteCounts />
        </Form>
        {fault !== undefined && <Alert type="warning" showIcon title={fault} />}
        {fault === undefined && counted.inFavour !== undefined && counted.due !== undefined && (
          <Alert type={isAdopted({ due: counted.due, inFavour: counted.inFavour }) ? "success" : "warning"} showIcon title={t.decisions[isAdopted({ due: counted.due, inFavour: counted.inFavour }) ? "ADOPTED" : "REJECTED"]} />
        )}
        {ties.map((tie, index) => (
          <Tie key={tie.category} tie={tie} selection={selection} onChange={(applicationIds) => setTies(ties.with(index, { ...tie, applicationIds }))} />
        ))}
      </Modal>
    </div>
  );
}

/** Those who stand equal, in the order the meeting decided; moved by buttons, so by keyboard too. */
function Tie(props: { tie: TieOrder; selection: Selection; onChange: (order: string[]) => void }) {
  const { category, applicationIds } = props.tie;
  const candidates = new Map(props.selection.categories.flatMap((ranking) => ranking.candidates).map((one) => [one.applicationId, one]));
  const name = props.selection.categories.find((ranking) => ranking.category === category)?.name ?? "";
  return (
    <section style={{ marginTop: 16 }}>
      <strong>{t.tieTitle(name, applicationIds.length)}</strong>
      <p className="quiet">{t.tieHint}</p>
      <ol className="rows">
        {applicationIds.map((id, place) => {
          const candidate = candidates.get(id);
          return (
            <li key={id} className="row">
              <span className="row-main">
                {place + 1}. {candidate?.title} <span className="quiet">{candidate?.schoolName}</span>
              </span>
              <Button size="small" icon={<ArrowUpOutlined />} disabled={place === 0} aria-label={t.moveUp(candidate?.title ?? "")} onClick={() => props.onChange(moved(applicationIds, place, -1))} />
              <Button
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={place === applicationIds.length - 1}
                aria-label={t.moveDown(candidate?.title ?? "")}
                onClick={() => props.onChange(moved(applicationIds, place, 1))}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
