import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { App, Button, Card, Input, Tag } from "antd";
import { useId, useState } from "react";
import { Loaded } from "../../shared/Loaded";
import { wordOf } from "../../shared/options";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { points } from "../../texts/format";
import { applications } from "../../texts/zh-CN.applications";
import { rubrics as rubricWords, scoreSheets as t } from "../../texts/zh-CN.mutualreview";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { CriteriaInputs } from "../rubrics/CriteriaInputs";
import { criteriaOf, type Rubric, useRubrics } from "../rubrics/queries";
import { type Points, scoredOnly, sumOf, unscored } from "../rubrics/sums";
import { Others } from "./Others";
import { type Sheet, sheetCalls, type SheetItem, type SheetScores, sheetsKey, useSheet, useSheets } from "./queries";
import { SheetTag, sheetTitle } from "./SheetList";

/** One sheet: read, score, comment item by item; kept while typing, locked when complete. */
export function SheetPage() {
  const { id } = useParams({ strict: false });
  const sheet = useSheet(id ?? "");
  const [edition, setEdition] = useState(0);
  return (
    <Loaded query={sheet}>
      {(found) => <WithRubrics key={`${found.id} ${found.state} ${edition}`} sheet={found} onReload={() => void sheet.refetch().then(() => setEdition(edition + 1))} />}
    </Loaded>
  );
}

function WithRubrics(props: { sheet: Sheet; onReload: () => void }) {
  const rubrics = useRubrics(props.sheet.programmeId);
  return <Loaded query={rubrics}>{(all) => <Scoring {...props} rubrics={all} />}</Loaded>;
}

type Given = { points: Points; comment: string };

function Scoring(props: { sheet: Sheet; rubrics: Rubric[]; onReload: () => void }) {
  const { sheet, rubrics } = props;
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const nameOf = useNames();
  const open = sheet.state === "OPEN";
  const schoolCommentId = useId();
  const [comment, setComment] = useState(sheet.comment ?? "");
  const [given, setGiven] = useState<Record<string, Given>>(() => Object.fromEntries(sheet.items.map((item) => [item.applicationId, { points: item.points ?? {}, comment: item.comment ?? "" }])));

  const { saver, state } = useAutosave<SheetScores>(async (scores, version) => {
    const saved = await sheetCalls.save(sheet.id, scores, version);
    queries.setQueryData([...sheetsKey, sheet.id], saved);
    return saved.version;
  }, sheet.version);
  const next = useSheets(sheet.programmeId).data?.find((one) => one.state === "OPEN" && one.id !== sheet.id);
  const lock = useMove({
    run: () => sheetCalls.lock({ id: sheet.id, version: saver.version }),
    refresh: [sheetsKey, ["tasks"]],
    done: t.lockedDone,
    afterwards: () => next !== undefined && void navigate({ to: "/score-sheets/$id", params: { id: next.id } }),
  });

  const keep = (schoolComment: string, all: Record<string, Given>) => {
    setComment(schoolComment);
    setGiven(all);
    saver.typed({
      comment: schoolComment,
      items: Object.entries(all).map(([id, one]) => ({ applicationId: id, points: scoredOnly(one.points), comment: one.comment })),
    });
  };
  const change = (applicationId: string, changed: Partial<Given>) =>
    keep(comment, { ...given, [applicationId]: { points: {}, comment: "", ...given[applicationId], ...changed } });

  const commentMissing = sheet.items.length === 0 && comment.trim() === "";
  const missing = sheet.items.reduce((sum, item) => sum + unscored(criteriaOf(rubrics, item.category), given[item.applicationId]?.points), 0);
  const total = sheet.items.reduce((sum, item) => sum + sumOf(criteriaOf(rubrics, item.category), given[item.applicationId]?.points), 0);

  const mayLock = open && missing === 0 && !commentMissing && state.phase !== "CONFLICT";
  const words = next === undefined ? t.lock : t.lockAndNext;
  const askToLock = async () => {
    if (await saver.flush()) {
      void modal.confirm({
        title: t.lockTitle,
        content: (
          <>
            <p>{t.lockSummary(sheet.items.length, points(total))}</p>
            <p>{t.lockText}</p>
          </>
        ),
        okText: words,
        onOk: () => lock.mutateAsync().catch(() => undefined),
      });
    }
  };

  return (
    <Page title={t.title(sheetTitle(sheet, nameOf))} lead={rubricWords.step} actions={<SheetTag state={sheet.state} />}>
      <div className="stack" role="presentation" onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && mayLock && void askToLock()}>
        <ConflictNotice state={state} onReload={props.onReload} />
        {sheet.items.map((item, index) => (
          <ItemCard
            key={item.applicationId}
            item={item}
            place={t.item(index + 1, sheet.items.length)}
            rubrics={rubrics}
            given={given[item.applicationId] ?? { points: {}, comment: "" }}
            disabled={!open}
            onChange={(changed) => change(item.applicationId, changed)}
          />
        ))}
        <Card>
          {sheet.items.length === 0 && <p>{t.noItems}</p>}
          <label htmlFor={schoolCommentId}>{t.schoolComment}</label>
          <Input.TextArea
            id={schoolCommentId}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={500}
            value={comment}
            disabled={!open}
            onChange={(event) => keep(event.target.value, given)}
          />
        </Card>
        {!open && sheet.items.length > 0 && <Others sheet={sheet} />}
      </div>
      {open && (
        <div className="foot-actions">
          <SaveLine state={state} onRetry={() => void saver.flush()} />
          <span className="spacer" />
          {missing > 0 && <span className="quiet">{t.incomplete(missing)}</span>}
          {commentMissing && <span className="quiet">{t.needComment}</span>}
          <Button type="primary" title={t.lockKeys} disabled={!mayLock} loading={lock.isPending} onClick={() => void askToLock()}>
            {words}
          </Button>
        </div>
      )}
    </Page>
  );
}

function ItemCard(props: { item: SheetItem; place: string; rubrics: Rubric[]; given: Given; disabled: boolean; onChange: (change: Partial<Given>) => void }) {
  const { item, given } = props;
  const commentId = useId();
  return (
    <Card
      title={
        <>
          {item.title} <Tag>{wordOf(categories, item.category)}</Tag>
        </>
      }
      extra={<span className="quiet small">{props.place}</span>}
    >
      <div className="row-facts">
        <span className="number">{item.number}</span>
        <span>{wordOf(applications.originsShort, item.origin)}</span>
      </div>
      <p className="prose">{item.summary}</p>
      <CriteriaInputs criteria={criteriaOf(props.rubrics, item.category)} value={given.points} disabled={props.disabled} onChange={(changed) => props.onChange({ points: changed })} />
      <div style={{ marginTop: 12 }}>
        <label htmlFor={commentId}>{t.comment}</label>
        <Input.TextArea
          id={commentId}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={500}
          value={given.comment}
          disabled={props.disabled}
          placeholder={t.commentHint}
          onChange={(event) => props.onChange({ comment: event.target.value })}
        />
      </div>
    </Card>
  );
}
