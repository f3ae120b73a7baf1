import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Button, Card, Descriptions, Form, Input, InputNumber, Modal, Tabs, Tag } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { inspections as t } from "../../texts/zh-CN.inspections";
import { rubrics as rubricWords } from "../../texts/zh-CN.mutualreview";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { CriteriaInputs } from "../rubrics/CriteriaInputs";
import { criteriaOf, type Rubric, useRubrics } from "../rubrics/queries";
import { useRoles } from "../shell/session";
import { allHaveScored, type Draft, missingIn, recordsOf } from "./completeness";
import { InspectionTag } from "./InspectionList";
import { type Inspection, inspectionCalls, inspectionsKey, type Method, type MethodRecord, type Records, useInspection } from "./queries";

const methods = Object.keys(t.methods) as Method[];

/** One visit: start on arrival, record the four methods, score, sign together, lock. */
export function InspectionPage() {
  const { id } = useParams({ strict: false });
  const inspection = useInspection(id ?? "");
  const [edition, setEdition] = useState(0);
  return (
    <Loaded query={inspection}>
      {(found) => <WithRubrics key={`${found.id} ${found.state} ${edition}`} inspection={found} onReload={() => void inspection.refetch().then(() => setEdition(edition + 1))} />}
    </Loaded>
  );
}

function WithRubrics(props: { inspection: Inspection; onReload: () => void }) {
  const nameOf = useNames();
  const rubrics = useRubrics(props.inspection.programmeId);
  const isInspector = useRoles().has("inspector");
  const { inspection } = props;
  return (
    <Page
      title={t.title(inspection.schoolName ?? nameOf(inspection.schoolId))}
      lead={`${t.visitOn(day(inspection.on))}。${rubricWords.step}`}
      actions={<InspectionTag state={inspection.state} />}
    >
      <Loaded query={rubrics}>
        {(all) => {
          if (inspection.state === "SCHEDULED") {
            return isInspector ? <Start inspection={inspection} /> : <Sheet inspection={inspection} rubrics={all} />;
          }
          return isInspector && inspection.state === "ON_SITE" ? <Recording {...props} rubrics={all} /> : <Sheet inspection={inspection} rubrics={all} />;
        }}
      </Loaded>
    </Page>
  );
}

function Start(props: { inspection: Inspection }) {
  const start = useMove({ run: () => inspectionCalls.start(props.inspection), refresh: [inspectionsKey], done: t.started });
  return (
    <Card>
      <p>{t.startHint}</p>
      <Button type="primary" size="large" loading={start.isPending} onClick={() => start.mutate()}>
        {t.start}
      </Button>
    </Card>
  );
}

function Recording(props: { inspection: Inspection; rubrics: Rubric[]; onReload: () => void }) {
  const { inspection, rubrics } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(inspection));
  const [signing, setSigning] = useState(false);

  const { saver, state } = useAutosave<Records>(async (records, version) => {
    const saved = await inspectionCalls.record(inspection.id, records, version);
    queries.setQueryData([...inspectionsKey, inspection.id], saved);
    return saved.version;
  }, inspection.version);

  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    saver.typed(recordsOf(next));
  };

  const { modal } = App.useApp();
  const locked = inspection.myScores === "LOCKED";
  const lockScores = useMove({ run: () => inspectionCalls.lockScores({ id: inspection.id, version: saver.version }), refresh: [inspectionsKey], done: t.scoresLocked, afterwards: props.onReload });
  const askToLock = async () => {
    if (await saver.flush()) {
      modal.confirm({ title: t.lockScoresTitle, content: t.lockScoresText, okText: t.lockScores, onOk: () => lockScores.mutateAsync().catch(() => undefined) });
    }
  };

  const missing = missingIn({ ...draft, methods: { ...inspection.teamMethods, ...draft.methods } }, rubrics, inspection.items);
  const othersOpen = locked && !allHaveScored(inspection.sheets);
  const missingWords = [
    ...(missing.missingMethods.length > 0 ? [`${t.missingMethods}（${missing.missingMethods.map((method) => t.methods[method]).join("、")}）`] : []),
    ...(missing.missingPoints > 0 ? [t.missingPoints(missing.missingPoints)] : []),
    ...(othersOpen ? [t.othersOpen] : []),
  ];

  const askToSign = async () => {
    if (await saver.flush()) {
      setSigning(true);
    }
  };

  return (
    <>
      <div className="stack">
        <ConflictNotice state={state} onReload={props.onReload} />
        <Card title={t.records}>
          <Tabs
          tabBarGutter={16}
            items={methods.map((method) => ({
              key: method,
              label: missing.missingMethods.includes(method) ? t.methods[method] : `${t.methods[method]} ✓`,
              children: <MethodFields method={method} record={draft.methods[method]} onChange={(record) => change({ methods: { ...draft.methods, [method]: record } })} />,
            }))}
          />
        </Card>
        <Card title={t.schoolScore}>
          <CriteriaInputs disabled={locked} criteria={criteriaOf(rubrics, "SCHOOL")} value={draft.schoolPoints} onChange={(schoolPoints) => change({ schoolPoints })} />
        </Card>
        {inspection.items.length === 0 && <p className="quiet">{t.itemsNone}</p>}
        {inspection.items.map((item) => (
          <Card
            key={item.applicationId}
            title={
              <>
                {item.title} <Tag>{categories[item.category]}</Tag>
              </>
            }
          >
            <p className="quiet">{item.summary}</p>
            <CriteriaInputs
              disabled={locked}
              criteria={criteriaOf(rubrics, item.category)}
              value={draft.items[item.applicationId]}
              onChange={(points) => change({ items: { ...draft.items, [item.applicationId]: points } })}
            />
          </Card>
        ))}
      </div>
      <div className="foot-actions">
        <SaveLine state={state} onRetry={() => void saver.flush()} />
        <span className="spacer" />
        {missingWords.length > 0 && <span className="quiet">{t.missing(missingWords.join("、"))}</span>}
        {locked ? (
          <Button type="primary" disabled={missingWords.length > 0 || state.phase === "CONFLICT"} onClick={() => void askToSign()}>
            {t.sign}
          </Button>
        ) : (
          <Button type="primary" loading={lockScores.isPending} disabled={missing.missingPoints > 0 || state.phase === "CONFLICT"} onClick={() => void askToLock()}>
            {t.lockScores}
          </Button>
        )}
      </div>
      {signing && <Sign id={inspection.id} version={saver.version} onClose={() => setSigning(false)} />}
    </>
  );
}

function MethodFields(props: { method: Method; record: MethodRecord | undefined; onChange: (record: MethodRecord) => void }) {
  const record = props.record ?? { note: "", count: null };
  return (
    <div>
      <p className="quiet small">{t.methodHint}</p>
      <label htmlFor={`${props.method}-count`}>{t.methodCounts[props.method]}</label>
      <div style={{ margin: "4px 0 12px" }}>
        <InputNumber
          id={`${props.method}-count`}
          min={1}
          max={100_000}
          precision={0}
          inputMode="numeric"
          value={record.count}
          onChange={(count) => props.onChange({ ...record, count: count === null ? null : Number(count) })}
        />
      </div>
      <label htmlFor={`${props.method}-note`}>{t.methodNote}</label>
      <Input.TextArea
        id={`${props.method}-note`}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={1000}
        value={record.note}
        onChange={(event) => props.onChange({ ...record, note: event.target.value })}
      />
    </div>
  );
}

function Sign(props: { id: string; version: number; onClose: () => void }) {
  const [form] = Form.useForm<{ summary: string; schoolSignatory: string }>();
  const sign = useMove({
    run: ({ summary, schoolSignatory }: { summary: string; schoolSignatory: string }) => inspectionCalls.sign(props, summary.trim(), schoolSignatory.trim()),
    refresh: [inspectionsKey, ["tasks"]],
    done: t.signed,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.signTitle} okText={t.sign} confirmLoading={sign.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.signLead}</p>
      <Form form={form} layout="vertical" onFinish={(values) => sign.mutate(values)}>
        <LimitedText name="summary" label={t.summary} limit={2000} rows={5} hint={t.summaryHint} />
        <LimitedText name="schoolSignatory" label={t.schoolSignatory} limit={30} />
      </Form>
    </Modal>
  );
}

/** The visit to read, for whoever may see it; the team locks it from here. */
function Sheet(props: { inspection: Inspection; rubrics: Rubric[] }) {
  const { inspection, rubrics } = props;
  const { modal } = App.useApp();
  const isInspector = useRoles().has("inspector");
  const lock = useMove({ run: () => inspectionCalls.lock(inspection), refresh: [inspectionsKey, ["tasks"]], done: t.lockedDone });
  const ask = () => modal.confirm({ title: t.lockTitle, content: t.lockText, okText: t.lock, onOk: () => lock.mutateAsync().catch(() => undefined) });
  return (
    <>
      <div className="stack">
        <Card title={t.records}>
          <Descriptions
            column={1}
            items={methods.map((method) => {
              const record = inspection.methods?.[method];
              return {
                key: method,
                label: t.methods[method],
                children: record ? (
                  <span className="prose">
                    {t.methodCounts[method]} {record.count}。{record.note}
                  </span>
                ) : (
                  common.none
                ),
              };
            })}
          />
        </Card>
        {inspection.state !== "SCHEDULED" && (
          <>
            <Card title={t.schoolScore}>
              <CriteriaInputs disabled criteria={criteriaOf(rubrics, "SCHOOL")} value={inspection.schoolPoints} />
            </Card>
            {inspection.items.map((item) => (
              <Card key={item.applicationId} title={item.title} extra={<Tag>{categories[item.category]}</Tag>}>
                <CriteriaInputs disabled criteria={criteriaOf(rubrics, item.category)} value={item.points} />
              </Card>
            ))}
          </>
        )}
        {Boolean(inspection.summary) && (
          <Card title={t.sign}>
            <Descriptions
              column={1}
              items={[
                { key: "summary", label: t.summary, children: <span className="prose">{inspection.summary}</span> },
                { key: "signatory", label: t.schoolSignatory, children: inspection.schoolSignatory },
              ]}
            />
          </Card>
        )}
      </div>
      {isInspector && inspection.state === "SIGNED" && (
        <div className="foot-actions">
          <span className="spacer" />
          <Button type="primary" loading={lock.isPending} onClick={ask}>
            {t.lock}
          </Button>
        </div>
      )}
    </>
  );
}

function draftOf(inspection: Inspection): Draft {
  return {
    methods: inspection.methods ?? {},
    schoolPoints: inspection.schoolPoints ?? {},
    items: Object.fromEntries(inspection.items.map((item) => [item.applicationId, item.points ?? {}])),
  };
}
