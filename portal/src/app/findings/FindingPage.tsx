import { useParams } from "@tanstack/react-router";
import { Button, Card, Descriptions, Form, Tag, Timeline } from "antd";
import { Loaded } from "../../shared/Loaded";
import { LimitedText } from "../../shared/LimitedText";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { wordOf } from "../../shared/options";
import { day, moment } from "../../texts/format";
import { roles } from "../../texts/zh-CN";
import { findings as t } from "../../texts/zh-CN.findings";
import { useRoles } from "../shell/session";
import { FindingMoves } from "./FindingMoves";
import { stateColours, Warned } from "./FindingsPage";
import { Photos, PhotosField } from "./Photos";
import { type Finding, findingCalls, findingsKey, type FindingView, type Rectification, useFinding } from "./queries";

/** One finding: what is wrong, how it was put right, and its whole way. */
export function FindingPage() {
  const { id } = useParams({ strict: false });
  return <Loaded query={useFinding(id ?? "")}>{(found) => <OneFinding found={found} />}</Loaded>;
}

function OneFinding(props: { found: FindingView }) {
  const { found } = props;
  const { card: one } = found;
  const answers = useRoles().has("school-secretary") && (one.state === "OPEN" || one.state === "REOPENED");
  return (
    <Page
      title={one.schoolName ?? t.problem}
      actions={
        <>
          <Warned finding={one} />
          <Tag color={stateColours[one.state]}>{t.states[one.state]}</Tag>
          <FindingMoves finding={one} />
        </>
      }
    >
      <div className="stack">
        <Card title={t.problem}>
          <p className="prose">{one.problem}</p>
          {found.advice !== "" && (
            <p className="prose">
              <span className="quiet">{t.advice}：</span>
              {found.advice}
            </p>
          )}
          <Photos what={t.beforePhotos} ids={found.before} />
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={[
              { key: "source", label: t.source, children: t.sources[one.source] },
              { key: "area", label: t.area, children: t.areas[one.area] },
              { key: "class", label: t.timeClass, children: t.timeClasses[one.timeClass] },
              { key: "due", label: t.dueOn, children: day(one.dueOn) },
            ]}
          />
          {found.reason !== undefined && (
            <p className="prose">
              <span className="quiet">{t.reopenedBecause}：</span>
              {found.reason}
            </p>
          )}
        </Card>
        {found.answer !== undefined && (
          <Card title={t.answerTitle} extra={<span className="quiet">{t.answeredOn(day(found.answeredOn), found.inTime ?? true)}</span>}>
            <p className="prose">{found.answer.measures}</p>
            <p className="quiet">
              {t.leader}：{found.answer.leader}　{t.responsible}：{found.answer.responsible}
            </p>
            <Photos what={t.beforePhotos} ids={found.answer.before} />
            <Photos what={t.afterPhotos} ids={found.answer.after} />
          </Card>
        )}
        {answers && <Answer finding={one} />}
        <Card title={t.way}>
          <Timeline
            items={found.steps.map((step) => ({
              key: step.at,
              content: (
                <>
                  <strong>{t.moves[step.move]}</strong>
                  <span className="quiet">
                    {" "}
                    {wordOf(roles, step.role)} · {moment(step.at)}
                  </span>
                  {step.words !== "" && <p className="prose">{step.words}</p>}
                </>
              ),
            }))}
          />
        </Card>
      </div>
    </Page>
  );
}

function Answer(props: { finding: Finding }) {
  const { finding: one } = props;
  const [form] = Form.useForm<Rectification>();
  const answer = useMove({
    run: (said: Rectification) => findingCalls.answer(one, { ...said, before: said.before ?? [], after: said.after ?? [] }),
    refresh: [findingsKey, ["tasks"]],
    done: t.answered,
    form,
  });
  return (
    <Card title={t.answerTitle}>
      <Form form={form} layout="vertical" onFinish={(said) => answer.mutate(said)}>
        <LimitedText name="measures" label={t.measures} limit={1000} rows={5} />
        <div className="two">
          <LimitedText name="leader" label={t.leader} limit={30} />
          <LimitedText name="responsible" label={t.responsible} limit={30} />
          <Form.Item name="before" label={t.beforePhotos} extra={t.photosHint}>
            <PhotosField what={t.beforePhotos} schoolId={one.schoolId} />
          </Form.Item>
          <Form.Item name="after" label={t.afterPhotos} extra={t.photosHint}>
            <PhotosField what={t.afterPhotos} schoolId={one.schoolId} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {t.answer}
        </Button>
      </Form>
    </Card>
  );
}
