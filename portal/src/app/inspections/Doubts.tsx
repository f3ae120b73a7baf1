import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Card } from "antd";
import { moment, points } from "../../texts/format";
import { field as t } from "../../texts/zh-CN.field";
import { inspections } from "../../texts/zh-CN.inspections";
import { fieldKey } from "../field/field";
import { fieldStore } from "../field/store";
import { criteriaOf, type Rubric } from "../rubrics/queries";
import type { Body, Fieldbook } from "./fieldbook";
import type { Inspection } from "./queries";

/** What the service will not take, and why. The words stay readable until their author puts them away. */
export function Refused(props: { inspection: string; me: string; book: Fieldbook; onDiscard: () => void }) {
  const photos = useQuery({ queryKey: [...fieldKey, "refused-photos", props.inspection], queryFn: async () => (await fieldStore.photosOf(props.me)).filter((photo) => photo.inspectionId === props.inspection && photo.refusal !== undefined) });
  const lines = [
    ...props.book.records.filter(({ sending }) => sending === "REFUSED").map((record) => ({ id: record.id, text: inWords(record.body), why: record.refusal })),
    ...(photos.data ?? []).map((photo) => ({ id: photo.id, text: t.refusedPhoto, why: photo.refusal })),
  ];
  return (
    lines.length > 0 && (
      <Alert
        type="warning"
        showIcon
        title={t.refusedTitle}
        description={
          <ul className="plain-list">
            {lines.map(({ id, text, why }) => (
              <li key={id}>
                {text}：{why}
              </li>
            ))}
          </ul>
        }
        action={
          <Button size="small" onClick={props.onDiscard}>
            {t.discard}
          </Button>
        }
      />
    )
  );
}

/** Two words about one thing that did not know each other; a person chooses, nothing decides for them. */
export function Conflicts(props: { book: Fieldbook; me: string; inspection: Inspection; rubrics: Rubric[]; onChoose: (body: Body) => void }) {
  return props.book.conflicts().map(([slot, records]) => (
    <Card key={slot} size="small" title={t.conflictTitle}>
      <ul className="rows">
        {records.map((record) => (
          <li key={record.id} className="row">
            <div className="row-main">
              <span>{inWords(record.body, props.inspection, props.rubrics)}</span>
              <div className="row-facts">{moment(record.madeAt)}</div>
            </div>
            <Button size="small" onClick={() => props.onChoose(record.body)}>
              {t.choose}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  ));
}

function inWords(body: Body, inspection?: Inspection, rubrics: Rubric[] = []): string {
  switch (body.kind) {
    case "METHOD":
      return `${inspections.methods[body.method]} ${body.count}，${body.note}`;
    case "POINTS": {
      const item = inspection?.items.find(({ applicationId }) => applicationId === body.about);
      const name = criteriaOf(rubrics, item?.category ?? "SCHOOL").find(({ code }) => code === body.criterion)?.name ?? t.points;
      return `${name} ${body.points === null || body.points === undefined ? t.noPoints : points(body.points)}`;
    }
    case "EXCEPTION":
      return `${t.exception}：${body.reason}`;
    case "ADJUSTMENT":
      return `${t.adjustments}：${body.reason}`;
    case "ABSENCE":
      return `${t.absent}：${body.reason}`;
    case "SCORES_LOCKED":
      return t.memberStates.LOCKED;
    case "SIGNATURE":
      return `${t.drawn}：${body.schoolSignatory}，${body.summary}`;
  }
}
