import { Alert, App, Button, Card, Input, InputNumber, Tabs, Tag } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { Loaded } from "../../shared/Loaded";
import { wordOf } from "../../shared/options";
import { field } from "../../texts/zh-CN.field";
import { inspections as t } from "../../texts/zh-CN.inspections";
import { categories } from "../../texts/zh-CN.public";
import { StateLine } from "../field/field";
import { CriteriaInputs } from "../rubrics/CriteriaInputs";
import { criteriaOf, type Rubric } from "../rubrics/queries";
import type { Points } from "../rubrics/sums";
import { Adjusting } from "./Adjusting";
import { useBook } from "./book";
import { membersOpen, methods, missingMethods, missingPoints } from "./completeness";
import { Conflicts, Refused } from "./Doubts";
import { AddPhotos, FieldPhotos } from "./FieldPhotos";
import { type Body, isWhole } from "./fieldbook";
import type { Inspection, InspectionItem, Method } from "./queries";
import { Signing } from "./Signing";
import { TeamCard } from "./TeamCard";

type Used = Extract<Body, { kind: "METHOD" }>;

/** What an inspector writes down at a school, with or without a network: each answer is a page of the book. */
export function Recording(props: { inspection: Inspection; rubrics: Rubric[] }) {
  const { inspection, rubrics } = props;
  const { modal } = App.useApp();
  const { me, brought, ready, book, write, discardRefused } = useBook(inspection);
  const [started, setStarted] = useState(false);
  const [signing, setSigning] = useState(false);
  const [excepting, setExcepting] = useState<InspectionItem>();

  if (!ready) {
    return <Loaded query={brought}>{() => null}</Loaded>;
  }
  if (inspection.state === "SCHEDULED" && book.records.length === 0 && !started) {
    return <Start onStart={() => setStarted(true)} />;
  }

  const locked = book.isLocked(me);
  const signed = book.standing("signature").length > 0;
  const open = membersOpen(book, inspection.inspectors);
  const unused = missingMethods(book);
  const unscored = missingPoints(book, me, inspection, rubrics);
  const missing = [
    ...(unused.length > 0 ? [`${t.missingMethods}（${unused.map((method) => t.methods[method]).join("、")}）`] : []),
    ...(unscored > 0 ? [t.missingPoints(unscored)] : []),
    ...(locked && open.length > 0 ? [t.othersOpen] : []),
  ];

  const score = (about: string, before: Points, after: Points) => {
    for (const [criterion, points] of Object.entries(after)) {
      if ((before[criterion] ?? null) !== (points ?? null)) {
        void write({ kind: "POINTS", about, criterion, points: points ?? null });
      }
    }
  };
  const scores = (about: string, category: string) => {
    const given = book.pointsOf(me, about);
    return <CriteriaInputs disabled={locked} criteria={criteriaOf(rubrics, category)} value={given} onChange={(after) => score(about, given, after)} />;
  };
  const used = (method: Method): Used => book.said(`method/${me}/${method}`, "METHOD") ?? { kind: "METHOD", method, note: "", count: 0 };
  const askToLock = () =>
    modal.confirm({ title: t.lockScoresTitle, content: t.lockScoresText, okText: t.lockScores, onOk: () => write({ kind: "SCORES_LOCKED", sealed: book.lockable(me) }) });

  return (
    <>
      <div className="stack">
        {signed && <Alert type="success" showIcon title={field.signedHere} description={field.signedHereText} />}
        <Refused inspection={inspection.id} me={me} book={book} onDiscard={() => void discardRefused()} />
        <Conflicts book={book} me={me} inspection={inspection} rubrics={rubrics} onChoose={(body) => void write(body)} />
        <Card title={t.records}>
          <Tabs
            tabBarGutter={16}
            items={methods.map((method) => ({
              key: method,
              label: unused.includes(method) ? t.methods[method] : `${t.methods[method]} ✓`,
              children: <MethodFields inspection={inspection.id} me={me} disabled={signed} used={used(method)} onChange={(next) => void write(next)} />,
            }))}
          />
        </Card>
        <Card title={t.schoolScore}>{scores(inspection.schoolId, "SCHOOL")}</Card>
        {inspection.items.length === 0 && <p className="quiet">{t.itemsNone}</p>}
        {inspection.items.map((item) => {
          const exception = book.said(`exception/${me}/${item.applicationId}`, "EXCEPTION");
          return (
            <Card
              key={item.applicationId}
              title={
                <>
                  {item.title} <Tag>{wordOf(categories, item.category)}</Tag>
                </>
              }
              extra={
                exception === undefined &&
                !locked && (
                  <Button type="text" size="small" onClick={() => setExcepting(item)}>
                    {field.exception}
                  </Button>
                )
              }
            >
              <p className="quiet">{item.summary}</p>
              {exception === undefined ? scores(item.applicationId, item.category) : <Alert type="info" showIcon title={field.exception} description={exception.reason} />}
            </Card>
          );
        })}
        <Adjusting programme={inspection.programmeId} book={book} disabled={signed} onWrite={write} />
        <TeamCard inspection={inspection} me={me} book={book} disabled={signed} onAbsent={(inspector, reason) => void write({ kind: "ABSENCE", inspector, reason })} />
      </div>
      <div className="foot-actions">
        <StateLine />
        <span className="spacer" />
        {missing.length > 0 && <span className="quiet">{t.missing(missing.join("、"))}</span>}
        {locked ? (
          <Button type="primary" disabled={missing.length > 0 || signed || book.conflicts().length > 0} onClick={() => setSigning(true)}>
            {t.sign}
          </Button>
        ) : (
          <Button type="primary" disabled={unscored > 0 || book.conflicts().length > 0} onClick={askToLock}>
            {t.lockScores}
          </Button>
        )}
      </div>
      {signing && <Signing inspection={inspection.id} me={me} sealed={book.signable()} onSign={write} onClose={() => setSigning(false)} />}
      {excepting !== undefined && (
        <AskReason
          title={`${field.exception}：${excepting.title}`}
          lead={field.exceptionText}
          okText={field.exception}
          min={5}
          pending={false}
          onCancel={() => setExcepting(undefined)}
          onGiven={(reason) => {
            void write({ kind: "EXCEPTION", about: excepting.applicationId, reason });
            setExcepting(undefined);
          }}
        />
      )}
    </>
  );
}

/** The visit begins with the first thing that is written down. */
function Start(props: { onStart: () => void }) {
  return (
    <Card>
      <p>{t.startHint}</p>
      <Button type="primary" size="large" onClick={props.onStart}>
        {t.start}
      </Button>
    </Card>
  );
}

const sayOf = ({ note, count }: Used) => `${count} ${note}`;

function MethodFields(props: { inspection: string; me: string; disabled: boolean; used: Used; onChange: (used: Used) => void }) {
  const { used } = props;
  const photos = used.photos ?? [];
  // What is being typed is shown as it is typed, and the book has it a moment later. What the book says besides,
  // another device or a choice between two records has said.
  const [typed, setTyped] = useState({ note: used.note, count: used.count });
  const [ours, setOurs] = useState([sayOf(used)]);
  if (!ours.includes(sayOf(used))) {
    setOurs([sayOf(used)]);
    setTyped({ note: used.note, count: used.count });
  }
  const { note, count } = typed;
  const change = (changed: Partial<Used>) => {
    const next = { ...used, ...typed, ...changed };
    setTyped({ note: next.note, count: next.count });
    setOurs((before) => [...before.slice(-200), sayOf(next)]);
    props.onChange(next);
  };
  const id = used.method;
  return (
    <div>
      <p className="quiet small">{isWhole(used) ? " " : t.methodHint}</p>
      <label htmlFor={`${id}-count`}>{t.methodCounts[used.method]}</label>
      <div style={{ margin: "4px 0 12px" }}>
        <InputNumber
          id={`${id}-count`}
          min={1}
          max={100_000}
          precision={0}
          inputMode="numeric"
          disabled={props.disabled}
          value={count === 0 ? null : count}
          onChange={(value) => change({ count: Number(value ?? 0) })}
        />
      </div>
      <label htmlFor={`${id}-note`}>{t.methodNote}</label>
      <Input.TextArea
        id={`${id}-note`}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={1000}
        disabled={props.disabled}
        value={note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className="stack" style={{ marginTop: 12 }}>
        <FieldPhotos inspection={props.inspection} ids={photos} {...(props.disabled ? {} : { onRemove: (gone: string) => change({ photos: photos.filter((one) => one !== gone) }) })} />
        {!props.disabled && (
          <div>
            <AddPhotos inspection={props.inspection} owner={props.me} ids={photos} onAdd={(ids) => change({ photos: [...photos, ...ids] })} />
          </div>
        )}
      </div>
    </div>
  );
}
