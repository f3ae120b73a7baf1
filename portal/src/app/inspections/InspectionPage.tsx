import { useParams } from "@tanstack/react-router";
import { App, Button, Card, Descriptions, Tag } from "antd";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { wordOf } from "../../shared/options";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { field } from "../../texts/zh-CN.field";
import { inspections as t } from "../../texts/zh-CN.inspections";
import { rubrics as rubricWords } from "../../texts/zh-CN.mutualreview";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { CriteriaInputs } from "../rubrics/CriteriaInputs";
import { criteriaOf, type Rubric, useRubrics } from "../rubrics/queries";
import { useMe, useRoles } from "../shell/session";
import { methods } from "./completeness";
import { FieldPhoto, FieldPhotos } from "./FieldPhotos";
import { type Body, Fieldbook, together } from "./fieldbook";
import { InspectionTag } from "./InspectionList";
import { type Inspection, inspectionCalls, inspectionsKey, type Method, useInspection, useRecords } from "./queries";
import { Recording } from "./Recording";

/** One visit: start on arrival, record the four methods, score, sign together, lock. */
export function InspectionPage() {
  const { id } = useParams({ strict: false });
  const inspection = useInspection(id ?? "");
  return <Loaded query={inspection}>{(found) => <WithRubrics key={found.id} inspection={found} />}</Loaded>;
}

function WithRubrics(props: { inspection: Inspection }) {
  const { inspection } = props;
  const nameOf = useNames();
  const rubrics = useRubrics(inspection.programmeId);
  const isInspector = useRoles().has("inspector");
  return (
    <Page
      title={t.title(inspection.schoolName ?? nameOf(inspection.schoolId))}
      lead={`${t.visitOn(day(inspection.on))}。${rubricWords.step}`}
      actions={<InspectionTag state={inspection.state} />}
    >
      <Loaded query={rubrics}>
        {(all) => {
          if (!isInspector || inspection.state === "SIGNED" || inspection.state === "LOCKED") {
            return <Sheet inspection={inspection} rubrics={all} />;
          }
          return <Recording inspection={inspection} rubrics={all} />;
        }}
      </Loaded>
    </Page>
  );
}

/** The visit to read, for whoever may see it; the one who signed locks it from here. */
function Sheet(props: { inspection: Inspection; rubrics: Rubric[] }) {
  const { inspection, rubrics } = props;
  const { modal } = App.useApp();
  const me = useMe().data?.subject;
  const book = new Fieldbook(together(useRecords(inspection.id).data ?? [], []));
  const [signature] = book.standing("signature");
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
                  <div className="stack">
                    <span className="prose">
                      {t.methodCounts[method]} {record.count}。{record.note}
                    </span>
                    <FieldPhotos inspection={inspection.id} ids={photosOf(book, method)} />
                  </div>
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
              <Card key={item.applicationId} title={item.title} extra={<Tag>{wordOf(categories, item.category)}</Tag>}>
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
                ...drawings(inspection.id, signature?.body),
              ]}
            />
          </Card>
        )}
      </div>
      {inspection.state === "SIGNED" && signature?.author === me && (
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

function photosOf(book: Fieldbook, method: Method) {
  return [...new Set(book.all().flatMap(({ body }) => (body.kind === "METHOD" && body.method === method ? (body.photos ?? []) : [])))];
}

function drawings(inspection: string, said: Body | undefined) {
  const signature = said?.kind === "SIGNATURE" ? said : undefined;
  const drawn = [
    { key: "schoolDrawing", label: field.schoolDrawing, id: signature?.schoolDrawing },
    { key: "teamDrawing", label: field.teamDrawing, id: signature?.teamDrawing },
  ];
  return drawn.flatMap(({ key, label, id }) => (id === undefined || id === null ? [] : [{ key, label, children: <div className="drawn"><FieldPhoto inspection={inspection} id={id} alt={label} /></div> }]));
}
